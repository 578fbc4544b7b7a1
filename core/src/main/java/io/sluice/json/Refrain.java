package io.sluice.json;

import io.sluice.chat.Json;
import io.sluice.stream.Chunk;
import io.sluice.stream.Delta;
import io.sluice.stream.Origin;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Recognises chunks that differ from an earlier one only in a string or two, as most chunks of a
 * stream do. Such a chunk has the same meaning as the last parsed one around its strings, so
 * comparing bytes replaces parsing. Mutable; for one thread at a time.
 */
final class Refrain {

  /** A longer payload would use too much memory in ten thousand streams. */
  private static final int LONGEST = 2048;

  private final VariableParts gaps = new VariableParts();
  private byte[] payload = {};
  private int length;
  private Origin origin = Origin.UNKNOWN;
  private Delta[] deltas = {};

  /**
   * The template for chunks that fill the gaps, which then holds the payload too; created on first
   * use.
   */
  private @Nullable Template template;

  /** The positions of the current chunk's strings that fill the gaps. */
  private final int[] from = new int[VariableParts.MOST];

  private final int[] to = new int[VariableParts.MOST];
  private final boolean[] escaped = new boolean[VariableParts.MOST];

  /** Keeps a parsed chunk as the pattern for the following ones, if it is suitable. */
  void learn(Payload parsed, Chunk chunk, Draft draft) {
    gaps.clear();
    if (parsed.length() > LONGEST || !draft.repeatable()) {
      return;
    }
    VariableParts found = draft.gaps();
    for (int i = 0; i < found.count(); i++) {
      gaps.add(found.from[i] - parsed.offset(), found.to[i] - parsed.offset(), found.delta[i]);
    }
    length = parsed.length();
    if (payload.length < length || template != null) {
      payload = new byte[length];
    }
    template = null;
    System.arraycopy(parsed.bytes(), parsed.offset(), payload, 0, length);
    origin = chunk.origin();
    deltas = chunk.deltas().toArray(Delta[]::new);
  }

  void forget() {
    gaps.clear();
  }

  /** The chunk, if it only fills the gaps with other strings; otherwise it must be parsed. */
  @Nullable Chunk read(Payload said, Duration at) {
    byte[] bytes = said.bytes();
    if (!gaps.usable() || !fits(bytes, said.offset(), said.offset() + said.length())) {
      return null;
    }
    Template common = template;
    if (common == null) {
      common = template();
      template = common;
    }
    Delta[] filled = deltas.clone();
    String[] fillings = new String[gaps.count()];
    for (int i = 0; i < fillings.length; i++) {
      if (Arrays.equals(payload, gaps.from[i], gaps.to[i], bytes, from[i], to[i])) {
        fillings[i] = common.own(i);
      } else if (!fill(i, bytes, filled, fillings)) {
        return null;
      }
    }
    return new ReadChunk(
        List.of(filled), Optional.empty(), origin, at, new PayloadText.Filled(common, fillings));
  }

  /** Text is replaced between its quotes, another field's value including them. */
  private Template template() {
    int[] starts = new int[gaps.count()];
    int[] ends = new int[gaps.count()];
    for (int i = 0; i < starts.length; i++) {
      int quote = quote(deltas[gaps.delta[i]]);
      starts[i] = gaps.from[i] + 1 - quote;
      ends[i] = gaps.to[i] - 1 + quote;
    }
    return new Template(payload, length, starts, ends);
  }

  private boolean fits(byte[] bytes, int start, int end) {
    int at = start;
    int said = 0;
    for (int i = 0; i < gaps.count(); i++) {
      int quote = at + gaps.from[i] - said;
      if (quote >= end || !Arrays.equals(payload, said, gaps.from[i], bytes, at, quote)) {
        return false;
      }
      at = endOfString(bytes, quote, end, i);
      if (at < 0) {
        return false;
      }
      from[i] = quote;
      to[i] = at;
      said = gaps.to[i];
    }
    return Arrays.equals(payload, said, length, bytes, at, end);
  }

  /**
   * The position after the string that begins at {@code quote}; -1 if there is none, or it does not
   * end.
   */
  private int endOfString(byte[] bytes, int quote, int end, int gap) {
    if (bytes[quote] != '"') {
      return -1;
    }
    escaped[gap] = false;
    for (int at = quote + 1; at < end; at++) {
      byte value = bytes[at];
      if (value == '"') {
        return at + 1;
      }
      if (value == '\\') {
        escaped[gap] = true;
        at++; // An escaped character does not end the string.
      } else if (value >= 0 && value < ' ') {
        return -1;
      }
    }
    return -1;
  }

  /** Creates the delta for a string; false if it must be left to the parser. */
  private boolean fill(int gap, byte[] bytes, Delta[] filled, String[] fillings) {
    String unescaped = escaped[gap] ? Escapes.read(bytes, from[gap] + 1, to[gap] - 1) : "";
    int position = gaps.delta[gap];
    Delta before = filled[position];
    int quote = quote(before);
    String written = valid(bytes, from[gap] + 1 - quote, to[gap] - 1 + quote);
    if (unescaped == null || written == null) {
      return false;
    }
    fillings[gap] = written;
    filled[position] =
        before instanceof Delta.Other other
            ? new Delta.Other(
                other.choice(), other.place(), other.name(), Json.verbatim(written), other.fold())
            : new Delta.Text(before.choice(), escaped[gap] ? unescaped : written);
    return true;
  }

  /** The width of a quote that belongs to the kept value of a string. */
  private static int quote(Delta delta) {
    return delta instanceof Delta.Other ? 1 : 0;
  }

  /** The text of these bytes; null if they are not UTF-8, which the parser then reports. */
  private static @Nullable String valid(byte[] bytes, int start, int end) {
    String text = Utf8.decode(bytes, start, end - start);
    boolean suspect = text.indexOf('\uFFFD') >= 0;
    return suspect && !Utf8.isValid(bytes, start, end - start) ? null : text;
  }
}
