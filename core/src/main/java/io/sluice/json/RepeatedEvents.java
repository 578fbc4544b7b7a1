package io.sluice.json;

import io.sluice.json.Repetition.Figure;
import io.sluice.stream.Chunk;
import io.sluice.stream.Delta;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Recognises the events of one stream that say the same as an earlier one in other words, as most
 * events of an answer do: they are compared and not parsed. Mutable; for one thread at a time.
 */
public final class RepeatedEvents {

  private static final int NOT_SAID = -1;

  private final Refrain refrain = new Refrain();
  private final VariableParts gaps = new VariableParts();

  /** The delta of the words. */
  private int said = NOT_SAID;

  private String type = "";
  private Consumer<String> then = words -> {};

  /** Knows no event yet. */
  public RepeatedEvents() {}

  /** No further event is recognised before another one was learned. */
  public void forget() {
    if (said != NOT_SAID) {
      said = NOT_SAID;
      refrain.forget();
    }
  }

  /**
   * Learns an event, if its chunk adds words and nothing else that may not be added twice.
   *
   * @param name the type of the event, which those that repeat it have, too
   * @param payload the event in UTF-8, which was parsed; its position is not moved
   * @param chunk what it says
   * @param words called with the words of each event that repeats it
   */
  public void learn(
      String name, ByteBuffer payload, Chunk chunk, Repetition repetition, Consumer<String> words) {
    forget();
    int delta = words(chunk.deltas());
    Payload parsed = Payload.of(payload.duplicate());
    // Bytes that are no UTF-8 are parsed each time, since each must be reported.
    if (delta == NOT_SAID || parsed.length() > Refrain.LONGEST || !parsed.isValid()) {
      return;
    }
    RepeatedUsage usage = find(parsed, wordsOf(chunk.deltas().get(delta)), delta, repetition);
    if (gaps.usable() && usage.isOf(chunk)) {
      refrain.learn(parsed, chunk, gaps, usage);
      said = delta;
      type = name;
      then = words;
    }
  }

  /**
   * The chunk of an event that is recognised; empty if it must be parsed. Only in the first case
   * the position of the payload is moved.
   */
  public Optional<Chunk> read(String name, ByteBuffer payload, Duration at) {
    if (said == NOT_SAID || !name.equals(type)) {
      return Optional.empty();
    }
    int start = payload.position();
    Chunk chunk = refrain.read(Payload.of(payload), at);
    String words = chunk == null ? "" : wordsOf(chunk.deltas().get(said));
    if (chunk == null || words.isEmpty()) {
      payload.position(start);
      return Optional.empty();
    }
    then.accept(words);
    return Optional.of(chunk);
  }

  /** The only delta that may differ; none if there is another that counts once. */
  private static int words(List<Delta> deltas) {
    int found = NOT_SAID;
    for (int i = 0; i < deltas.size(); i++) {
      if (!wordsOf(deltas.get(i)).isEmpty()) {
        if (found != NOT_SAID) {
          return NOT_SAID;
        }
        found = i;
      } else if (!(deltas.get(i) instanceof Delta.Other other) || other.fold() != Delta.Fold.LAST) {
        return NOT_SAID;
      }
    }
    return found;
  }

  private static String wordsOf(Delta delta) {
    if (delta instanceof Delta.Text text) {
      return text.text();
    }
    if (delta instanceof Delta.Reasoning reasoning) {
      return reasoning.text();
    }
    boolean goesOn =
        delta instanceof Delta.ToolCall call && call.id().isEmpty() && call.name().isEmpty();
    return goesOn ? ((Delta.ToolCall) delta).arguments() : "";
  }

  /** Finds what may differ; the gaps are unusable if it is not certain. */
  private RepeatedUsage find(Payload payload, String words, int delta, Repetition repetition) {
    gaps.clear();
    RepeatedUsage usage = RepeatedUsage.NONE;
    boolean found = false;
    var scan = new MemberScan(payload);
    for (String name = scan.next(); name != null; name = scan.next()) {
      Figure figure = repetition.figures().get(name);
      int at = scan.from() - payload.offset();
      if (at < usage.to()) {
        if (figure != null) {
          boolean number = scan.isScalar() && !scan.isString();
          if (!number || scan.to() - scan.from() > Refrain.MOST_DIGITS) {
            gaps.spoil();
          }
          gaps.add(scan.from(), scan.to(), VariableParts.of(figure));
        }
      } else if (name.equals(repetition.words())) {
        if (found || !scan.isString() || !words.equals(string(payload, scan))) {
          gaps.spoil();
        }
        found = true;
        gaps.add(scan.from(), scan.to(), delta);
      } else if (scan.isScalar() && repetition.meaningless().contains(name)) {
        gaps.add(scan.from(), scan.to(), VariableParts.MEANINGLESS);
      } else if (!scan.isScalar() && name.equals(repetition.usage())) {
        usage = new RepeatedUsage(at, scan.endOfNested() - payload.offset());
      }
    }
    if (!found) {
      gaps.clear();
    }
    return usage;
  }

  private static String string(Payload payload, MemberScan scan) {
    String text = Escapes.read(payload.bytes(), scan.from() + 1, scan.to() - 1);
    return text == null ? "" : text;
  }
}
