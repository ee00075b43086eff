// Replaces the class `Map`, as a script for old browsers did in 2014. This `Map` has only a few
// methods.
window.Map = function () { this.names = []; this.values = []; };
window.Map.prototype.set = function (name, value) {
  var at = this.names.indexOf(name);
  if (at < 0) at = this.names.push(name) - 1;
  this.values[at] = value;
  return this;
};
window.Map.prototype.get = function (name) { return this.values[this.names.indexOf(name)]; };
window.Map.prototype.has = function (name) { return this.names.indexOf(name) >= 0; };
window.Map.prototype.delete = function (name) {
  var at = this.names.indexOf(name);
  if (at >= 0) { this.names.splice(at, 1); this.values.splice(at, 1); }
};
window.Map.prototype[Symbol.iterator] = function () {
  var values = this.values;
  return this.names.map(function (name, at) { return [name, values[at]]; })[Symbol.iterator]();
};
window.WeakMap = window.Map;
window.Set = function () { this.list = new Map(); };
window.Set.prototype.add = function (value) { this.list.set(value, true); return this; };
window.Set.prototype.has = function (value) { return this.list.has(value); };
