package io.sluice.cli.screen;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * What covers a terminal for a while, on its alternate screen (XTerm's private mode 1049), and what
 * is written meanwhile. Mutable; for one thread at a time.
 */
final class AlternateScreen {
  /** Without cursor; what is too long for a row is cut by the terminal instead of wrapped. */
  static final String ENTER = "\033[?1049h\033[?25l\033[?7l\033[2J\033[H";

  /** Cleared first, for terminals that have no second screen. */
  static final String EXIT = "\033[2J\033[H\033[?7h\033[?25h\033[?1049l";

  private static final int MOST_HELD = 1024 * 1024;

  /** Whatever a person types is echoed into the rows, so each of them is drawn again by and by. */
  private static final int FRAMES_UNTIL_ALL = 10;

  private final List<Held> held = new ArrayList<>();
  private List<String> shown = List.of();
  private int heldBytes;
  private int frames;
  private int width;
  private int height;

  /** The bytes that bring these rows onto the screen: of those it shows already, none. */
  String frame(List<String> rows, int columns, int lines) {
    var bytes = new StringBuilder();
    if (columns != width || lines != height) {
      bytes.append("\033[2J");
    }
    boolean all = frames++ % FRAMES_UNTIL_ALL == 0 || !bytes.isEmpty();
    width = columns;
    height = lines;
    int count = Math.max(Math.min(rows.size(), lines), Math.min(shown.size(), lines));
    for (int row = 0; row < count; row++) {
      String text = row < rows.size() ? rows.get(row) : "";
      if (all || row >= shown.size() || !shown.get(row).equals(text)) {
        bytes.append("\033[").append(row + 1).append(";1H\033[2K").append(text);
      }
    }
    shown = List.copyOf(rows);
    // Where an Enter that is typed scrolls nothing.
    return bytes.isEmpty() ? "" : bytes.append("\033[H").toString();
  }

  /** Keeps bytes on their way to {@code target}, unless that would be too much. */
  boolean holds(OutputStream target, byte[] from, int offset, int length) {
    if (length > MOST_HELD - heldBytes) {
      return false;
    }
    heldBytes += length;
    if (held.isEmpty() || held.get(held.size() - 1).target() != target) {
      held.add(new Held(target, new ByteArrayOutputStream()));
    }
    held.get(held.size() - 1).bytes().write(from, offset, length);
    return true;
  }

  /** Writes what was kept, in order. What a target refuses, its owner learns by the next write. */
  void release(Writing writing) {
    for (Held waiting : held) {
      byte[] bytes = waiting.bytes().toByteArray();
      try {
        writing.write(waiting.target(), bytes, 0, bytes.length);
      } catch (IOException gone) {
        // The same target refuses the next write too, and that one can report it.
      }
    }
    held.clear();
  }

  /** Bytes that wait for their target. */
  private record Held(OutputStream target, ByteArrayOutputStream bytes) {}

  /** A way to write. */
  interface Writing {
    void write(OutputStream target, byte[] bytes, int offset, int length) throws IOException;
  }
}
