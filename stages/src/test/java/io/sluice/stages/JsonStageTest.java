package io.sluice.stages;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.chat.Json;
import io.sluice.json.JsonValue;
import io.sluice.stage.Stage;
import io.sluice.testkit.Chunks;
import io.sluice.testkit.StageContract;
import io.sluice.testkit.StageRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class JsonStageTest extends StageContract {

  private static final String ANSWER =
      "Here:\n{\"name\": \"A\\n\\u00e9\\\"\", \"ages\": [1, -2.5e3, true], \"of\": {\"x\": null},"
          + " \"\":[[]]}\nDone {";

  @Override
  protected Supplier<Stage> stage() {
    return Stages.json();
  }

  @Override
  protected int longestHeldBack() {
    return 0;
  }

  @Test
  void theKnownPartIsAValueAtAnyMoment() {
    assertThat(known("{\"na", "me\": \"An", "n\\", "n\", \"age\": 4", "2, \"ok\": tr", "ue}"))
        .containsExactly(
            "{}",
            "{\"name\": \"An\"}",
            "{\"name\": \"Ann\"}",
            "{\"name\": \"Ann\\n\"}",
            "{\"name\": \"Ann\\n\", \"age\": 42}",
            "{\"name\": \"Ann\\n\", \"age\": 42, \"ok\": true}");
  }

  @Test
  void everyValueIsValidAndTheLastIsTheWhole() {
    for (int cut = 1; cut < 9; cut++) {
      List<String> parts = new ArrayList<>();
      for (int from = 0; from < ANSWER.length(); from += cut) {
        parts.add(ANSWER.substring(from, Math.min(ANSWER.length(), from + cut)));
      }
      List<String> known = known(parts.toArray(String[]::new));
      assertThat(known).allSatisfy(JsonValue::read);
      assertThat(known)
          .last()
          .isEqualTo(ANSWER.substring(ANSWER.indexOf('{'), ANSWER.lastIndexOf('}') + 1));
    }
  }

  @Test
  void whatIsNoJsonAddsNothing() {
    assertThat(known("No {json}", " here")).isEmpty();
    assertThat(known("[1, ", "}", "2]")).containsExactly("[1]");
  }

  @Test
  void theKnownPartStandsInTheJsonOfTheChunk() {
    StageRun run = StageRun.open(stage()).text("[\"a");
    assertThat(run.passed().get(0).json()).contains("\"partial\":[\"a\"]");
    assertThat(Stages.partialJson(Chunks.text("a"))).isEmpty();
  }

  @Test
  void whatIsTooLongStaysAsItWas() {
    StageRun run =
        StageRun.open(stage()).text("[\"").text("x".repeat(PartialJson.LONGEST)).text("y");
    assertThat(Stages.partialJson(run.passed().get(2))).isEmpty();
    JsonValue.read(Stages.partialJson(run.passed().get(1)).orElseThrow().text());
  }

  private List<String> known(String... parts) {
    StageRun run = StageRun.open(stage());
    for (String part : parts) {
      run.text(part);
    }
    return run.passed().stream()
        .map(Stages::partialJson)
        .flatMap(Optional::stream)
        .map(Json::text)
        .toList();
  }
}
