// Redoc shows its maker's logo from another host, whatever its options say.
// This page asks no other host for anything.
const image = HTMLImageElement.prototype;
const { setAttribute } = image;
const src = Object.getOwnPropertyDescriptor(image, "src");

const isElsewhere = (address) =>
  !["null", location.origin].includes(new URL(address, location).origin);

image.setAttribute = function (name, value) {
  if (name !== "src" || !isElsewhere(value)) {
    setAttribute.call(this, name, value);
  }
};

Object.defineProperty(image, "src", {
  ...src,
  set(value) {
    if (!isElsewhere(value)) {
      src.set.call(this, value);
    }
  },
});
