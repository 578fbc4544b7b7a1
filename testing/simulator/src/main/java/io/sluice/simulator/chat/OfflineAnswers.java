package io.sluice.simulator.chat;

import io.sluice.simulator.chat.ChatAsk.Form;
import io.sluice.simulator.model.OfflineModel;
import io.sluice.simulator.script.Script;
import io.sluice.simulator.script.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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

  @Override
  public Script script(ChatAsk ask) {
    long random = ThreadLocalRandom.current().nextLong();
    var json =
        new AnswerJson("chatcmpl-" + Long.toHexString(random), Instant.now().getEpochSecond(), ask);
    List<Voice> voices = voices(ask, ask.seed().orElse(random));
    return ask.form() == Form.STREAM
        ? new StreamScript(voices, json, ask.usage())
        : Documents.lazily(() -> whole(voices, json));
  }

  private static List<Voice> voices(ChatAsk ask, long seed) {
    var voices = new ArrayList<Voice>();
    for (int choice = 0; choice < ask.choices(); choice++) {
      voices.add(new VoiceMaker(model(), ask, choice, seed + choice).voice());
    }
    return voices;
  }

  private static Script whole(List<Voice> voices, AnswerJson json) {
    for (Voice voice : voices) {
      while (voice.next(json).isPresent()) {
        // Only the finished text is used.
      }
    }
    int tokens = voices.stream().mapToInt(Voice::tokens).sum();
    return Script.of(new Step.Effort(tokens)).then(Documents.json(200, json.whole(voices)));
  }
}
