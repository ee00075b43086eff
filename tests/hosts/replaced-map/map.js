// A polyfill of 2012: it keeps and finds, and knows nothing else.
window.Map = function () { this.names = []; this.values = []; };
window.Map.prototype.set = function (name, value) {
  var at = this.names.indexOf(name);
  if (at < 0) at = this.names.push(name) - 1;
  this.values[at] = value;
  return this;
};
window.Map.prototype.get = function (name) { return this.values[this.names.indexOf(name)]; };
window.Map.prototype.has = function (name) { return this.names.indexOf(name) >= 0; };
window.WeakMap = window.Map;
window.Set = function () { this.list = new Map(); };
window.Set.prototype.add = function (value) { this.list.set(value, true); return this; };
window.Set.prototype.has = function (value) { return this.list.has(value); };
