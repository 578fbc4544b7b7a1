package io.sluice.transport.netty.body;

/** The field names of an event stream. */
enum FieldName {
  DATA("data"),
  EVENT("event"),
  ID("id"),
  RETRY("retry"),
  UNKNOWN("");

  private static final FieldName[] KNOWN = {DATA, EVENT, ID, RETRY};

  private final String name;

  FieldName(String name) {
    this.name = name;
  }

  static FieldName of(byte[] bytes, int from, int to) {
    for (FieldName known : KNOWN) {
      if (known.stands(bytes, from, to)) {
        return known;
      }
    }
    return UNKNOWN;
  }

  private boolean stands(byte[] bytes, int from, int to) {
    if (to - from != name.length()) {
      return false;
    }
    for (int i = 0; i < name.length(); i++) {
      if (bytes[from + i] != name.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
