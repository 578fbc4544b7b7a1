package io.sluice.json;

import io.sluice.chat.Json;
import io.sluice.chat.Usage;
import io.sluice.json.Repetition.Figure;
import io.sluice.stream.Chunk;
import io.sluice.stream.Delta;
import io.sluice.stream.Origin;
import java.nio.charset.StandardCharsets;
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
  static final int LONGEST = 2048;

  private static final int COMPLETION = VariableParts.of(Figure.COMPLETION);
  private static final int TOTAL = VariableParts.of(Figure.TOTAL);

  /** A longer number is left to the parser. */
  static final int MOST_DIGITS = 15;

  private final VariableParts gaps = new VariableParts();
  private byte[] payload = {};
  private int length;
  private Origin origin = Origin.UNKNOWN;
  private Delta[] deltas = {};
  private Optional<Usage> usage = Optional.empty();
  private RepeatedUsage usagePlace = RepeatedUsage.NONE;

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
    keep(parsed, chunk, draft.gaps());
  }

  /**
   * Keeps a parsed chunk as the pattern.
   *
   * @param found where it may differ, in the array of the payload
   * @param place where its usage stands
   */
  void learn(Payload parsed, Chunk chunk, VariableParts found, RepeatedUsage place) {
    gaps.clear();
    keep(parsed, chunk, found);
    usage = chunk.usage();
    usagePlace = place;
  }

  private void keep(Payload parsed, Chunk chunk, VariableParts found) {
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
    int offset = said.offset();
    if (!gaps.usable() || !fits(bytes, offset, offset + said.length())) {
      return null;
    }
    Template common = template;
    if (common == null) {
      common = template();
      template = common;
    }
    Delta[] filled = deltas.clone();
    String[] fillings = new String[common.gaps()];
    int slot = -1;
    boolean figures = false;
    for (int i = 0; i < gaps.count(); i++) {
      slot += isGap(i) ? 1 : 0;
      boolean same = Arrays.equals(payload, gaps.from[i], gaps.to[i], bytes, from[i], to[i]);
      figures |= !same && gaps.isFigure(i);
      if (same || gaps.isFigure(i)) {
        fillings[slot] = common.own(slot);
      } else if (!fill(i, bytes, filled, fillings, slot)) {
        return null;
      }
    }
    Optional<Usage> figured = figures ? usage(bytes, offset, fillings) : usage;
    return new ReadChunk(
        List.of(filled), figured, origin, at, new PayloadText.Filled(common, fillings));
  }

  /** Whether the value is a gap of its own: the figures of a usage are in one. */
  private boolean isGap(int value) {
    return !gaps.isFigure(value) || value == 0 || !gaps.isFigure(value - 1);
  }

  /** The usage with other figures, whose text fills its gap. */
  private Optional<Usage> usage(byte[] bytes, int offset, String... fillings) {
    int start = place(usagePlace.from(), offset);
    int end = place(usagePlace.to(), offset);
    String text = new String(bytes, start, end - start, StandardCharsets.UTF_8);
    int slot = -1;
    boolean total = false;
    for (int i = 0; i < gaps.count(); i++) {
      slot += isGap(i) ? 1 : 0;
      if (gaps.isFigure(i)) {
        fillings[slot] = text;
        total |= gaps.delta[i] == TOTAL;
      }
    }
    Usage before = usage.orElseThrow();
    Usage.Builder now = RepeatedUsage.grown(before, text, grown(COMPLETION, bytes));
    if (total) {
      now.totalTokens(before.totalTokens() + grown(TOTAL, bytes));
    }
    return Optional.of(now.build());
  }

  /** By how much the figures of one kind are larger than in the pattern. */
  private long grown(int figure, byte[] bytes) {
    long grown = 0;
    for (int i = 0; i < gaps.count(); i++) {
      if (gaps.delta[i] == figure) {
        grown += number(bytes, from[i], to[i]) - number(payload, gaps.from[i], gaps.to[i]);
      }
    }
    return grown;
  }

  private static long number(byte[] bytes, int start, int end) {
    long number = 0;
    for (int at = start; at < end; at++) {
      number = number * 10 + (bytes[at] - '0');
    }
    return number;
  }

  /** Where a place of the pattern is in the current chunk. */
  private int place(int position, int offset) {
    int moved = offset + position;
    for (int i = 0; i < gaps.count() && gaps.to[i] <= position; i++) {
      moved = to[i] + position - gaps.to[i];
    }
    return moved;
  }

  /** Text is replaced between its quotes, another field's value including them. */
  private Template template() {
    int[] starts = new int[gaps.count()];
    int[] ends = new int[gaps.count()];
    int slots = 0;
    for (int i = 0; i < gaps.count(); i++) {
      if (isGap(i)) {
        int quote = quote(gaps.delta[i]);
        starts[slots] = gaps.isFigure(i) ? usagePlace.from() : gaps.from[i] + 1 - quote;
        ends[slots] = gaps.isFigure(i) ? usagePlace.to() : gaps.to[i] - 1 + quote;
        slots++;
      }
    }
    starts = Arrays.copyOf(starts, slots);
    ends = Arrays.copyOf(ends, slots);
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
      at =
          payload[gaps.from[i]] == '"'
              ? endOfString(bytes, quote, end, i)
              : endOfNumber(bytes, quote, end, i);
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

  /** The position after the digits that begin at {@code start}; -1 if there is no such number. */
  private int endOfNumber(byte[] bytes, int start, int end, int gap) {
    escaped[gap] = false;
    int at = start;
    while (at < end && bytes[at] >= '0' && bytes[at] <= '9') {
      at++;
    }
    boolean leadingZero = at - start > 1 && bytes[start] == '0';
    return at == start || at - start > MOST_DIGITS || leadingZero ? -1 : at;
  }

  /** Creates the delta for a string; false if it must be left to the parser. */
  private boolean fill(int gap, byte[] bytes, Delta[] filled, String[] fillings, int slot) {
    String unescaped = escaped[gap] ? Escapes.read(bytes, from[gap] + 1, to[gap] - 1) : "";
    int position = gaps.delta[gap];
    int quote = quote(position);
    String written = valid(bytes, from[gap] + 1 - quote, to[gap] - 1 + quote);
    if (unescaped == null || written == null) {
      return false;
    }
    fillings[slot] = written;
    if (position >= 0) {
      String words = escaped[gap] ? unescaped : written;
      filled[position] = filled(filled[position], written, words);
    }
    return true;
  }

  private static Delta filled(Delta before, String written, String words) {
    if (before instanceof Delta.Other other) {
      return new Delta.Other(
          other.choice(), other.place(), other.name(), Json.verbatim(written), other.fold());
    }
    if (before instanceof Delta.ToolCall call) {
      return new Delta.ToolCall(call.choice(), call.index(), "", "", words, call.other());
    }
    return before instanceof Delta.Reasoning
        ? new Delta.Reasoning(before.choice(), words)
        : new Delta.Text(before.choice(), words);
  }

  /** The width of a quote that belongs to what fills a gap. */
  private int quote(int delta) {
    return delta < 0 || deltas[delta] instanceof Delta.Other ? 1 : 0;
  }

  /** The text of these bytes; null if they are not UTF-8, which the parser then reports. */
  private static @Nullable String valid(byte[] bytes, int start, int end) {
    String text = Utf8.decode(bytes, start, end - start);
    boolean suspect = text.indexOf('\uFFFD') >= 0;
    return suspect && !Utf8.isValid(bytes, start, end - start) ? null : text;
  }
}
