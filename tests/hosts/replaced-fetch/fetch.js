// Replaces fetch, as a polyfill of 2015 did. This version can read only text.
window.fetch = function (address) {
  return new Promise(function (resolve, reject) {
    var request = new XMLHttpRequest();
    request.onerror = reject;
    request.onload = function () {
      resolve({
        ok: request.status >= 200 && request.status < 300,
        status: request.status,
        text: function () { return Promise.resolve(request.responseText); },
        json: function () { return Promise.resolve(JSON.parse(request.responseText)); },
      });
    };
    request.open("GET", address);
    request.send();
  });
};
