package io.sluice.simulator.chat;

import io.sluice.simulator.chat.ChatAsk.UsageWish;
import io.sluice.simulator.script.Mark;
import io.sluice.simulator.script.Script;
import io.sluice.simulator.script.Sse;
import io.sluice.simulator.script.Step;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;

/**
 * An answer as a stream: a role for each choice, then a chunk of each choice in turn until all have
 * finished, the usage if requested, and {@code [DONE]}. Mutable, one reader.
 */
final class StreamScript implements Script {
  private final AnswerJson json;
  private final List<Voice> voices;
  private final UsageWish usage;
  private final Queue<Integer> speaking = new ArrayDeque<>();
  private final Queue<Step> ready = new ArrayDeque<>();

  StreamScript(List<Voice> voices, AnswerJson json, UsageWish usage) {
    this.voices = voices;
    this.json = json;
    this.usage = usage;
    ready.add(Sse.head());
    for (int choice = 0; choice < voices.size(); choice++) {
      speaking.add(choice);
      ready.add(Sse.data(Mark.CHUNK, json.opening(choice, voices.get(choice))));
    }
  }

  @Override
  public boolean hasNext() {
    return !ready.isEmpty() || !speaking.isEmpty();
  }

  @Override
  public Step next() {
    if (ready.isEmpty()) {
      speak();
    }
    return Optional.ofNullable(ready.poll()).orElseThrow(Script::spent);
  }

  private void speak() {
    Integer choice = speaking.poll();
    if (choice == null) {
      return;
    }
    Voice voice = voices.get(choice);
    Optional<String> chunk = voice.next(json);
    if (chunk.isPresent()) {
      speaking.add(choice);
      ready.add(Sse.data(Mark.CHUNK, chunk.get()));
      return;
    }
    ready.add(Sse.data(Mark.FINISH, json.finish(choice, voice.finishReason())));
    if (speaking.isEmpty()) {
      ready.addAll(end());
    }
  }

  private List<Step> end() {
    var end = new ArrayList<Step>();
    if (usage == UsageWish.INCLUDED) {
      end.add(Sse.data(Mark.USAGE, json.usage(voices)));
    }
    end.add(Sse.done());
    end.add(Step.Last.END);
    return end;
  }
}
