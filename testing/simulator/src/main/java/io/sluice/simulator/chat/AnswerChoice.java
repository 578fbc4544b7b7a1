package io.sluice.simulator.chat;

import io.sluice.simulator.model.ScoredToken;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One choice of an answer: what it says next, and all it has said. Mutable, one reader. */
public final class AnswerChoice {
  private final int index;
  private final Voice voice;
  private final StringBuilder reasoning = new StringBuilder();
  private final StringBuilder text = new StringBuilder();
  private final List<ScoredToken> scores = new ArrayList<>();
  private final List<MadeCall> calls = new ArrayList<>();

  /**
   * A call that was made.
   *
   * @param arguments JSON, cut if the bound on tokens ended the answer
   */
  public record MadeCall(String id, String name, String arguments) {
    private MadeCall with(String fragment) {
      return new MadeCall(id, name, arguments + fragment);
    }
  }

  AnswerChoice(int index, Voice voice) {
    this.index = index;
    this.voice = voice;
  }

  /** The place of the choice in its answer, from 0. */
  public int index() {
    return index;
  }

  /** Whether it calls tools instead of saying a text; known from the beginning. */
  public boolean callsTools() {
    return voice.callsTools();
  }

  /** What is said next; empty when all is said. */
  Optional<AnswerPart> next() {
    Optional<AnswerPart> part = voice.next();
    part.ifPresent(this::keep);
    return part;
  }

  private void keep(AnswerPart part) {
    if (part instanceof AnswerPart.Thought thought) {
      reasoning.append(thought.text());
    } else if (part instanceof AnswerPart.Said said) {
      text.append(said.text());
      scores.addAll(said.tokens());
    } else if (part instanceof AnswerPart.CallStart start) {
      calls.add(new MadeCall(start.id(), start.name(), ""));
    } else if (part instanceof AnswerPart.CallArguments arguments) {
      calls.set(arguments.index(), calls.get(arguments.index()).with(arguments.text()));
    }
  }

  /** The reasoning so far. */
  public String reasoning() {
    return reasoning.toString();
  }

  /** The text so far. */
  public String text() {
    return text.toString();
  }

  /** The tokens of the text so far with their chances; empty unless they were asked for. */
  public List<ScoredToken> scores() {
    return List.copyOf(scores);
  }

  /** The calls so far, in their order. */
  public List<MadeCall> calls() {
    return List.copyOf(calls);
  }

  /** The calls without one that the bound on tokens has cut, whose arguments are no JSON. */
  public List<MadeCall> wholeCalls() {
    boolean cut = end() == AnswerEnd.LENGTH && !calls.isEmpty();
    return List.copyOf(cut ? calls.subList(0, calls.size() - 1) : calls);
  }

  /** The stop text that ended the choice; empty if none did. */
  public Optional<String> stopText() {
    return voice.stopText();
  }

  /** Why the choice ended; call it only when all is said. */
  public AnswerEnd end() {
    return voice.end();
  }

  /** The number of tokens so far, those of reasoning included. */
  public int tokens() {
    return voice.tokens();
  }

  /** The number of tokens of reasoning so far. */
  public int reasoningTokens() {
    return voice.reasoningTokens();
  }
}
