package io.sluice.stages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.accumulate.CompletionAccumulator;
import io.sluice.chat.Message;
import io.sluice.stage.Stage;
import io.sluice.stream.Status;
import io.sluice.testkit.StageContract;
import io.sluice.testkit.StageRun;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class ExtractStageTest extends StageContract {

  private static final String FENCED =
      "Two:\n```java\nint a; // ```\n```\nand\n~~~~ JSON x\n{}\n```\n~~~~\nend `c`\n````\n```\n````";

  @Override
  protected Supplier<Stage> stage() {
    return Stages.extractTag("think");
  }

  @Override
  protected int longestHeldBack() {
    return 7;
  }

  @Test
  void reasoningThatCameAsTextBecomesReasoning() {
    Message message = folded(stage(), "<think>\nHm, a < b </b>?\n</think>\n\nYes, <think> is.");
    assertThat(message.reasoning()).contains("Hm, a < b </b>?\n is.");
    assertThat(message.content()).contains("Yes, ");
  }

  @Test
  void aTagThatDoesNotEndIsText() {
    assertThat(folded(stage(), "a <thin").content()).contains("a <thin");
    assertThat(folded(stage(), "<think>only").reasoning()).contains("only");
  }

  @Test
  void codeIsWhatIsInsideFences() {
    assertThat(folded(Stages.extractCode(""), FENCED).content())
        .contains("int a; // ```\n{}\n```\n```\n");
    assertThat(folded(Stages.extractCode("json"), FENCED).content()).contains("{}\n```\n");
    assertThat(folded(Stages.extractCode(""), "```\nopen").content()).contains("open");
    assertThat(folded(Stages.extractCode(""), "no `code`\n``\n").content()).contains("");
  }

  @Test
  void jsonIsTheFirstValueThatBeginsALine() {
    String text = "Take [1].\n```json\n{\"a\": \"}\\\"\", \"b\": [1, {}]}\n```\n{\"no\":1}";
    assertThat(folded(Stages.extractJson(), text).content())
        .contains("{\"a\": \"}\\\"\", \"b\": [1, {}]}");
  }

  @Test
  void anyCutsGiveTheSame() {
    String text = "<think>\n\n[1]\n" + FENCED + "\n</think>\n{\"a\":[\"]\"]} <";
    for (Supplier<Stage> stage :
        java.util.List.of(stage(), Stages.extractCode(""), Stages.extractJson())) {
      Message whole = folded(stage, text);
      for (int cut = 0; cut <= text.length(); cut++) {
        assertThat(folded(stage, text.substring(0, cut), text.substring(cut))).isEqualTo(whole);
      }
      assertThat(folded(stage, text.split(""))).isEqualTo(whole);
    }
  }

  @Test
  void aTagIsAName() {
    assertThatThrownBy(() -> Stages.extractTag("a b")).hasMessageContaining("'a b'");
  }

  private static Message folded(Supplier<Stage> stage, String... parts) {
    StageRun run = StageRun.open(stage);
    for (String part : parts) {
      run.text(part);
    }
    run.end(Status.COMPLETED);
    var folded = new CompletionAccumulator();
    run.passed().forEach(folded::add);
    return folded.result().choices().isEmpty()
        ? Message.assistant("")
        : folded.result().choices().get(0).message();
  }
}
