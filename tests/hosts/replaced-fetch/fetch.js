// Replaces the function `fetch`, as a script for old browsers did in 2015. This `fetch` can read
// only text.
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
