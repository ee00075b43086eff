// Replaces the class `Promise`, as a script for old browsers did in 2013. This `Promise` has no
// `allSettled`, ignores failures, and returns itself from `then`.
window.Promise = function (start) {
  var done = false, value, waiting = [];
  var settle = function (given) { done = true; value = given; waiting.forEach(function (one) { one(value); }); };
  this.then = function (use) { if (done) use(value); else waiting.push(use); return this; };
  this.catch = function () { return this; };
  this.finally = function (use) { return this.then(function () { use(); }); };
  start(settle, settle);
};
window.Promise.resolve = function (value) { return new Promise(function (resolve) { resolve(value); }); };
window.Promise.reject = window.Promise.resolve;
window.Promise.race = function (list) { return new Promise(function (resolve) { list.forEach(function (one) { one.then(resolve); }); }); };
window.Promise.all = function () { throw new Error("not in this polyfill"); };
