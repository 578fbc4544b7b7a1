package io.sluice.stages;

import io.sluice.stream.Delta;
import java.util.function.ToIntFunction;

/** How much a delta says: its text, the fragment of a call, or the value of a field. */
final class DeltaSize {

  private DeltaSize() {}

  /** In units of UTF-16. */
  static int characters(Delta delta) {
    return sum(delta, String::length);
  }

  /** In bytes of UTF-8. */
  static int bytes(Delta delta) {
    return sum(delta, DeltaSize::bytes);
  }

  private static int sum(Delta delta, ToIntFunction<String> size) {
    if (delta instanceof Delta.ToolCall call) {
      int fields =
          call.other().values().stream().mapToInt(value -> size.applyAsInt(value.text())).sum();
      return size.applyAsInt(call.id())
          + size.applyAsInt(call.name())
          + size.applyAsInt(call.arguments())
          + fields;
    }
    return size.applyAsInt(
        delta instanceof Delta.Other field ? field.value().text() : TextKind.text(delta));
  }

  /** Half a pair of surrogates counts as half of four. */
  private static int bytes(String text) {
    int bytes = 0;
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      boolean half = Character.isSurrogate(character);
      bytes += character < 0x80 ? 1 : character < 0x800 || half ? 2 : 3;
    }
    return bytes;
  }
}
