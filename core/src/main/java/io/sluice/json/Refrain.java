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
 * What the chunks of a stream say over and over: everything but a string or two. A chunk that says
 * the same around its strings as the last one that was parsed means the same, so comparing bytes
 * takes the place of parsing them. Mutable; for one thread at a time.
 */
final class Refrain {

  /** A longer one is not worth its memory in ten thousand streams. */
  private static final int LONGEST = 2048;

  private final VariableParts gaps = new VariableParts();
  private byte[] payload = {};
  private int length;
  private Origin origin = Origin.UNKNOWN;
  private Delta[] deltas = {};

  /**
   * The same for chunks that fill its gaps, which then hold the payload too; made for the first.
   */
  private @Nullable Template template;

  /** Where the strings of the chunk in hand stand that fill the gaps. */
  private final int[] from = new int[VariableParts.MOST];

  private final int[] to = new int[VariableParts.MOST];
  private final boolean[] escaped = new boolean[VariableParts.MOST];

  /** Takes what was parsed for the refrain of what is to come, if it can be one. */
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

  /** The chunk, if it only fills the gaps anew; else it must be parsed. */
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
        List.of(filled), Optional.empty(), origin, at, new Wording.Filled(common, fillings));
  }

  /** A text is filled in between its quotes, another field's value with them. */
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

  /** Behind the string that begins at {@code quote}; -1 if none does, or it does not end. */
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
        at++; // Whatever it escapes ends no string.
      } else if (value >= 0 && value < ' ') {
        return -1;
      }
    }
    return -1;
  }

  /** What a string makes of the delta that it stands for; false if it is not for us to read. */
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
                other.choice(), other.place(), other.name(), new Json(written), other.fold())
            : new Delta.Text(before.choice(), escaped[gap] ? unescaped : written);
    return true;
  }

  /** How wide a quote is that belongs to what is kept of a string. */
  private static int quote(Delta delta) {
    return delta instanceof Delta.Other ? 1 : 0;
  }

  /** The text of these bytes; null if they are no UTF-8, which is remarked upon elsewhere. */
  private static @Nullable String valid(byte[] bytes, int start, int end) {
    String text = Utf8.decode(bytes, start, end - start);
    boolean suspect = text.indexOf('\uFFFD') >= 0;
    return suspect && !Utf8.isValid(bytes, start, end - start) ? null : text;
  }
}
