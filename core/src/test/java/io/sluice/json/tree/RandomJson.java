package io.sluice.json.tree;

import java.util.Random;

/** JSON values of every kind, with blanks and escapes, without a name twice in one object. */
record RandomJson(Random random) {

  private static final String[] STRINGS = {
    "", "a", "\\n", "\\u00e9", "\\ud83d\\ude00", "😀", "\\\"", "\\\\", "{[", "]}", ",:", "x y"
  };
  private static final String[] NUMBERS = {"0", "-1", "12.5", "1e9", "-0.0E-2", "123456789012345"};
  private static final String[] WORDS = {"true", "false", "null"};

  String text() {
    var text = new StringBuilder();
    value(text, 4);
    return text.toString();
  }

  private void value(StringBuilder text, int depth) {
    blank(text);
    switch (random.nextInt(depth > 0 ? 5 : 3)) {
      case 0 -> text.append('"').append(one(STRINGS)).append(one(STRINGS)).append('"');
      case 1 -> text.append(one(NUMBERS));
      case 2 -> text.append(one(WORDS));
      case 3 -> elements(text, depth);
      default -> members(text, depth);
    }
    blank(text);
  }

  private void elements(StringBuilder text, int depth) {
    text.append('[');
    int count = random.nextInt(4);
    for (int i = 0; i < count; i++) {
      value(text.append(i == 0 ? "" : ","), depth - 1);
    }
    text.append(']');
  }

  private void members(StringBuilder text, int depth) {
    text.append('{');
    int count = random.nextInt(4);
    for (int i = 0; i < count; i++) {
      blank(text.append(i == 0 ? "" : ","));
      text.append('"').append(i).append(one(STRINGS)).append("\":");
      value(text, depth - 1);
    }
    text.append('}');
  }

  private void blank(StringBuilder text) {
    text.append(" ".repeat(random.nextInt(4) / 3));
  }

  private String one(String[] all) {
    return all[random.nextInt(all.length)];
  }
}
