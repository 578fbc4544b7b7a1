package io.sluice.simulator.chat;

import io.sluice.simulator.script.Script;
import io.sluice.simulator.script.Step;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;

/**
 * An answer as a stream: what its API sends first, then a part of each choice in turn until all
 * have ended, and what its API sends last. Mutable, one reader.
 */
final class StreamScript implements Script {
  private final AnswerWriter writer;
  private final Queue<AnswerChoice> speaking;
  private final Queue<Step> ready = new ArrayDeque<>();

  StreamScript(Step.Head head, AnswerWriter writer, List<AnswerChoice> choices) {
    this.writer = writer;
    this.speaking = new ArrayDeque<>(choices);
    ready.add(head);
    ready.addAll(writer.opening());
  }

  @Override
  public boolean hasNext() {
    return !ready.isEmpty() || !speaking.isEmpty();
  }

  @Override
  public Step next() {
    while (ready.isEmpty() && !speaking.isEmpty()) {
      speak(speaking.remove());
    }
    return Optional.ofNullable(ready.poll()).orElseThrow(Script::spent);
  }

  private void speak(AnswerChoice choice) {
    Optional<AnswerPart> part = choice.next();
    if (part.isPresent()) {
      speaking.add(choice);
      ready.addAll(writer.part(choice, part.get()));
      return;
    }
    ready.addAll(writer.finish(choice));
    if (speaking.isEmpty()) {
      ready.addAll(writer.closing());
      ready.add(Step.Last.END);
    }
  }
}
