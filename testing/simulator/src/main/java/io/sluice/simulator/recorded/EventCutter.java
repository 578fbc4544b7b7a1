package io.sluice.simulator.recorded;

import io.sluice.simulator.script.Mark;
import io.sluice.simulator.script.Step;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Cuts recorded bytes after each blank line; the parts joined are the same bytes again. */
public final class EventCutter {
  private static final Pattern DATA = Pattern.compile("(?:^|[\r\n])data: ?(.*)");
  private static final Pattern FINISH = Pattern.compile("\"finish_reason\"\\s*:\\s*\"[^\"]");
  private static final Pattern USAGE =
      Pattern.compile("(?s)(?=.*\"choices\"\\s*:\\s*\\[\\s*])(?=.*\"usage\"\\s*:\\s*\\{).*");

  private EventCutter() {}

  /** Returns the parts of a recording, one behind the other. */
  public static List<Step> cut(byte[] bytes) {
    byte[] own = bytes.clone();
    var steps = new ArrayList<Step>();
    int start = 0;
    int line = 0;
    while (line < own.length) {
      int end = lineEnd(own, line);
      if (isBreak(own[line])) {
        steps.add(step(own, start, end));
        start = end;
      }
      line = end;
    }
    if (start < own.length) {
      steps.add(step(own, start, own.length));
    }
    return steps;
  }

  private static boolean isBreak(byte b) {
    return b == '\n' || b == '\r';
  }

  /** The index after the line that begins here, its line break included. */
  private static int lineEnd(byte[] bytes, int start) {
    int at = start;
    while (at < bytes.length && !isBreak(bytes[at])) {
      at++;
    }
    boolean crlf = at + 1 < bytes.length && bytes[at] == '\r' && bytes[at + 1] == '\n';
    return Math.min(bytes.length, at + (crlf ? 2 : 1));
  }

  private static Step step(byte[] bytes, int start, int end) {
    ByteBuffer piece = ByteBuffer.wrap(bytes, start, end - start).slice();
    String text = new String(bytes, start, end - start, StandardCharsets.UTF_8);
    var data = DATA.matcher(text);
    return data.find() ? new Step.Event(mark(text, data.group(1)), piece) : new Step.Body(piece);
  }

  private static Mark mark(String text, String data) {
    if (data.strip().equals("[DONE]")) {
      return Mark.DONE;
    }
    if (FINISH.matcher(text).find()) {
      return Mark.FINISH;
    }
    return USAGE.matcher(text).matches() ? Mark.USAGE : Mark.CHUNK;
  }
}
