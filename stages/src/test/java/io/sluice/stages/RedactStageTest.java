package io.sluice.stages;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.accumulate.CompletionAccumulator;
import io.sluice.json.ChunkBuilder;
import io.sluice.stage.Stage;
import io.sluice.stream.Chunk;
import io.sluice.stream.Delta;
import io.sluice.stream.Status;
import io.sluice.testkit.Chunks;
import io.sluice.testkit.StageContract;
import io.sluice.testkit.StageRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class RedactStageTest extends StageContract {

  private static final String KEY = "sk-proj-abcdef1234567890ABCDEF";

  @Override
  protected Supplier<Stage> stage() {
    return Stages.redact();
  }

  @Override
  protected int longestHeldBack() {
    return 319;
  }

  @Test
  void aSecretIsReplacedInEveryKindOfText() {
    List<Chunk> passed =
        StageRun.of(
            stage(),
            List.of(
                Chunks.reasoning("the key " + KEY),
                Chunks.text("mail a@b.io"),
                chunk(new Delta.Refusal(0, "not " + KEY)),
                Chunks.toolCall("{\"key\":\"" + KEY + "\"}"),
                Chunks.finish()));

    assertThat(passed)
        .noneMatch(chunk -> chunk.json().contains("abcdef") || chunk.json().contains("a@b"));
    var folded = new CompletionAccumulator();
    passed.forEach(folded::add);
    var message = folded.result().choices().get(0).message();
    assertThat(message.reasoning()).contains("the key [key]");
    assertThat(message.content()).contains("mail [email]");
    assertThat(message.refusal()).contains("not [key]");
    assertThat(message.toolCalls().get(0).arguments()).isEqualTo("{\"key\":\"[key]\"}");
    assertThat(folded.result().choices().get(0).finishReason()).isPresent();
  }

  @Test
  void aSecretIsFoundThoughOtherKindsComeBetweenItsParts() {
    List<Chunk> chunks = new ArrayList<>();
    for (int i = 0; i < KEY.length(); i++) {
      String letter = KEY.substring(i, i + 1);
      chunks.add(Chunks.reasoning(letter));
      chunks.add(
          chunk(new Delta.Text(0, letter), new Delta.Finish(0, io.sluice.chat.FinishReason.STOP)));
      chunks.add(Chunks.text(1, letter));
      chunks.add(Chunks.usage(1, i));
    }
    var folded = new CompletionAccumulator();
    List<Chunk> passed = StageRun.of(stage(), chunks);
    passed.forEach(folded::add);

    assertThat(folded.result().choices())
        .allSatisfy(choice -> assertThat(choice.message().content()).contains("[key]"));
    assertThat(folded.result().choices().get(0).message().reasoning()).contains("[key]");
    assertThat(folded.result().choices().get(0).finishReason()).isPresent();
  }

  @Test
  void fieldsThatMaySayTheAnswerOnceMoreAreTakenAway() {
    Chunk chunk =
        Chunks.read(
            "{\"provider\":\"a@b.io\",\"tier\":\"default\",\"choices\":[{\"index\":0,\"score\":5,"
                + "\"logprobs\":{\"content\":[{\"token\":\"sk\"}]},"
                + "\"delta\":{\"content\":\"Hi \",\"thought\":\"a@b\"}}]}");

    Chunk passed = StageRun.open(stage()).chunk(chunk).passed().get(0);

    assertThat(passed.json())
        .contains("[removed]", "default", "Hi ", "score")
        .doesNotContain("logprobs", "thought", "a@b");
  }

  @Test
  void theFinishComesBehindWhatWasHeldBack() {
    StageRun run = StageRun.open(stage()).text("The end").chunk(Chunks.finish());
    assertThat(run.texts()).containsExactly("The ");
    run.end(Status.COMPLETED);
    assertThat(run.passed()).hasSize(2);
    assertThat(run.passed().get(1).deltas())
        .hasSize(2)
        .startsWith(new Delta.Text(0, "end"))
        .last()
        .isInstanceOf(Delta.Finish.class);
  }

  @Test
  void aCallKeepsItsNameAndItsIdentity() {
    Chunk call = chunk(new Delta.ToolCall(0, 0, "call_1", "mail", "", Map.of()));
    assertThat(StageRun.open(stage()).chunk(call).passed().get(0).deltas())
        .isEqualTo(call.deltas());
  }

  private static Chunk chunk(Delta... deltas) {
    return ChunkBuilder.of(deltas).build();
  }
}
