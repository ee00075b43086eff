// Changes the browser's own objects as the libraries Prototype 1.6 and MooTools did.
Object.prototype.version = "1.6";
[
  ["extend", function (more) { for (var name in more) this[name] = more[name]; return this; }],
  ["toQueryString", function () { return "q"; }],
  ["watch", function () { return null; }],
].forEach(function (method) {
  Object.defineProperty(Object.prototype, method[0], { value: method[1], enumerable: false, configurable: true, writable: true });
});
Array.prototype.each = function (visit) { for (var i = 0; i < this.length; i++) visit(this[i], i); return this; };
Array.prototype.reduce = function (visit) { return this.length ? this[0] : visit; };
Array.prototype.find = function (test) { for (var i = 0; i < this.length; i++) if (test(this[i])) return this[i]; return null; };
Array.from = function (things) { var list = []; for (var i = 0; i < things.length; i++) list.push(things[i]); return list; };
String.prototype.startsWith = function (start) { return this.lastIndexOf(start, 0) === 0; };
String.prototype.strip = function () { return this.replace(/^\s+|\s+$/g, ""); };
Function.prototype.bind = function (object) { var method = this, given = [].slice.call(arguments, 1); return function () { return method.apply(object, given.concat([].slice.call(arguments))); }; };
Function.prototype.defer = function () { return setTimeout(this, 10); };
Element.prototype.show = function () { this.style.display = ""; return this; };
Element.prototype.hide = function () { this.style.display = "none"; return this; };
Element.prototype.remove = function () { if (this.parentNode) this.parentNode.removeChild(this); return this; };
document.getElementsByClassName = function (name) { return Array.from(document.querySelectorAll("." + name)); };
window.$ = function (id) { return document.getElementById(id); };
