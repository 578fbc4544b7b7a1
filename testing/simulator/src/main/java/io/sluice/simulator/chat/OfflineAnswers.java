package io.sluice.simulator.chat;

import io.sluice.simulator.chat.ChatAsk.Form;
import io.sluice.simulator.model.OfflineModel;
import io.sluice.simulator.model.ReasoningEffort;
import io.sluice.simulator.script.Script;
import io.sluice.simulator.script.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** The offline model's answers as scripts. Thread-safe; a script is not. */
public final class OfflineAnswers implements Answers {
  /** The name of the model. */
  public static final String MODEL = "sluice-offline";

  /** Another name of it, by which it thinks before it answers. */
  public static final String REASONING_MODEL = "sluice-offline-reasoning";

  /**
   * Holds the model, which is immutable and always the same, so that all simulators of a program
   * share it.
   */
  private static final class Shared {
    private static final OfflineModel MODEL = OfflineModel.load();
  }

  /** Loads the model unless it is loaded, so that the first answer need not wait. */
  public static OfflineModel model() {
    return Shared.MODEL;
  }

  /** How much a model of that name thinks if a request does not speak of it. */
  public static Optional<ReasoningEffort> usualEffort(String model) {
    return model.equals(REASONING_MODEL) ? Optional.of(ReasoningEffort.MEDIUM) : Optional.empty();
  }

  @Override
  public Script script(ChatAsk ask, Api api) {
    long random = ThreadLocalRandom.current().nextLong();
    List<AnswerChoice> choices = choices(ask, ask.seed().orElse(random));
    AnswerWriter writer = api.writer(ask, AnswerStamp.of(ask, random), choices);
    return ask.form() == Form.STREAM
        ? new StreamScript(api.framing().head(), writer, choices)
        : Documents.lazily(() -> whole(choices, writer));
  }

  private static List<AnswerChoice> choices(ChatAsk ask, long seed) {
    var choices = new ArrayList<AnswerChoice>();
    for (int choice = 0; choice < ask.choices(); choice++) {
      Voice voice = new VoiceMaker(model(), ask, seed + choice).voice();
      choices.add(new AnswerChoice(choice, voice));
    }
    return choices;
  }

  private static Script whole(List<AnswerChoice> choices, AnswerWriter writer) {
    for (AnswerChoice choice : choices) {
      while (choice.next().isPresent()) {
        // Only what is said as a whole is used.
      }
    }
    int tokens = choices.stream().mapToInt(AnswerChoice::tokens).sum();
    return Script.of(new Step.Effort(tokens)).then(Documents.json(200, writer.whole()));
  }
}
