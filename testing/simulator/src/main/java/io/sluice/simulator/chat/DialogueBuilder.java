package io.sluice.simulator.chat;

import io.sluice.simulator.chat.Dialogue.ToolResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Collects the messages of a request in their order. Mutable, used once. */
public final class DialogueBuilder {
  private final List<String> texts = new ArrayList<>();
  private final List<ToolResult> results = new ArrayList<>();

  /** The calls since the last message that was no call: the function's name by the call's id. */
  private final Map<String, String> calls = new LinkedHashMap<>();

  private final Set<String> waiting = new LinkedHashSet<>();
  private TurnContent prompt = new TurnContent("", List.of());

  /** Adds a message of the system. */
  public void system(String text) {
    say(text);
  }

  /** Adds a message of the user, which is the prompt until another one follows. */
  public void user(TurnContent content) {
    say(content.text());
    prompt = content;
  }

  /** Adds a message of the assistant; its calls follow. */
  public void assistant(String text) {
    say(text);
    calls.clear();
  }

  /** Adds a call to the last message of the assistant; its result must follow. */
  public void call(String id, String function) {
    calls.put(id, function);
    waiting.add(id);
  }

  /**
   * Adds the result of a call that the last message of the assistant made.
   *
   * @return false, and nothing is added, if it made no such call
   */
  public boolean result(String id, String text) {
    Optional<String> function = Optional.ofNullable(calls.get(id));
    function.ifPresent(
        name -> {
          waiting.remove(id);
          result(new ToolResult(name, text));
        });
    return function.isPresent();
  }

  /** Adds the result of a function, in an API that does not say of which call it is. */
  public void result(ToolResult result) {
    texts.add(result.text());
    results.add(result);
  }

  /** The ids of the calls whose result is missing, in their order. */
  public List<String> unanswered() {
    return List.copyOf(waiting);
  }

  private void say(String text) {
    texts.add(text);
    results.clear();
  }

  /** The messages so far. */
  public Dialogue dialogue() {
    return new Dialogue(prompt.text(), texts, results, prompt.pictures());
  }
}
