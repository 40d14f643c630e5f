"""A phone's clock that is wrong by some days."""

CLOCK = """Date = class extends Date {
  constructor(...told) { told.length > 0 ? super(...told) : super(Date.now()); }
  static now() { return super.now() + (%d) * 24 * 3600 * 1000; }
};"""
