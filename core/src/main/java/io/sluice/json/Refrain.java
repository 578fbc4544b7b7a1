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

  private final Gaps gaps = new Gaps();
  private byte[] payload = {};
  private int length;
  private Origin origin = Origin.UNKNOWN;
  private Delta[] deltas = {};

  /** Where the strings of the chunk in hand stand that fill the gaps. */
  private final int[] from = new int[Gaps.MOST];

  private final int[] to = new int[Gaps.MOST];
  private final boolean[] escaped = new boolean[Gaps.MOST];

  /** Takes what was parsed for the refrain of what is to come, if it can be one. */
  void learn(Payload parsed, Chunk chunk, Draft draft) {
    gaps.clear();
    if (parsed.length() > LONGEST || !draft.repeatable()) {
      return;
    }
    Gaps found = draft.gaps();
    for (int i = 0; i < found.count(); i++) {
      gaps.add(found.from[i] - parsed.offset(), found.to[i] - parsed.offset(), found.delta[i]);
    }
    length = parsed.length();
    if (payload.length < length) {
      payload = new byte[length];
    }
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
    Delta[] filled = deltas.clone();
    for (int i = 0; i < gaps.count(); i++) {
      int position = gaps.delta[i];
      Delta delta = filled(filled[position], bytes, i);
      if (delta == null) {
        return null;
      }
      filled[position] = delta;
    }
    return new ReadChunk(List.of(filled), Optional.empty(), origin, at, said.json());
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

  private @Nullable Delta filled(Delta before, byte[] bytes, int gap) {
    if (Arrays.equals(payload, gaps.from[gap], gaps.to[gap], bytes, from[gap], to[gap])) {
      return before;
    }
    String unescaped = escaped[gap] ? Escapes.read(bytes, from[gap] + 1, to[gap] - 1) : "";
    if (unescaped == null) {
      return null;
    }
    if (before instanceof Delta.Other other) {
      var value = new Json(Utf8.decode(bytes, from[gap], to[gap] - from[gap]));
      return new Delta.Other(other.choice(), other.place(), other.name(), value);
    }
    int start = from[gap] + 1;
    String text = escaped[gap] ? unescaped : Utf8.decode(bytes, start, to[gap] - 1 - start);
    return new Delta.Text(before.choice(), text);
  }
}
