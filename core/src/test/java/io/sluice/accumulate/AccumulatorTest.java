package io.sluice.accumulate;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.chat.Completion;
import io.sluice.chat.Usage;
import io.sluice.json.ChunkReader;
import io.sluice.stream.Chunk;
import io.sluice.stream.TestChunk;
import io.sluice.stream.Timing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Text, completion, usage and timing each fold the same chunks, and tell at any moment how far. */
class AccumulatorTest {

  private final List<Chunk> chunks =
      chunks(
          "{\"id\":\"c\",\"choices\":[{\"index\":0,\"delta\":{\"role\":\"assistant\",\"content\":\"\"}}]}",
          "{\"choices\":[{\"index\":0,\"delta\":{\"reasoning_content\":\"hm\"}}]}",
          "{\"choices\":[{\"index\":1,\"delta\":{\"content\":\"other\"}}]}",
          "{\"choices\":[{\"index\":0,\"delta\":{\"content\":\"Hel\"}}]}",
          "{\"choices\":[{\"index\":0,\"delta\":{\"content\":\"lo\"},\"finish_reason\":\"stop\"}]}",
          "{\"choices\":[],\"usage\":{\"prompt_tokens\":1,\"completion_tokens\":2,\"total_tokens\":3}}");

  @Test
  void beforeTheFirstChunkThereIsNothingButAResult() {
    assertThat(new TextAccumulator().result()).isEmpty();
    assertThat(new CompletionAccumulator().result()).isEqualTo(Completion.empty());
    assertThat(new UsageAccumulator().result()).isEmpty();
    assertThat(new TimingAccumulator().result()).isEqualTo(Timing.NONE);
  }

  @Test
  void theTextIsThatOfChoiceZeroAndGrowsChunkByChunk() {
    assertThat(results(new TextAccumulator())).containsExactly("", "", "", "Hel", "Hello", "Hello");
  }

  @Test
  void theCompletionIsValidAfterEveryChunk() {
    List<Completion> results = results(new CompletionAccumulator());
    assertThat(results).extracting(Completion::text).endsWith("", "Hel", "Hello", "Hello");
    assertThat(results.get(3).finishReason()).isEmpty();
    assertThat(results.get(4).finishReason()).hasToString("Optional[stop]");
    assertThat(results.get(5).choice(1).orElseThrow().message().content()).contains("other");
  }

  @Test
  void usageIsTheServersLastWord() {
    var usage = new UsageAccumulator();
    List<Optional<Usage>> results = results(usage);
    assertThat(results.subList(0, 5)).containsOnly(Optional.empty());
    assertThat(results.get(5).orElseThrow().totalTokens()).isEqualTo(3);
    usage.add(TestChunk.text("a chunk that says nothing of it"));
    assertThat(usage.result().orElseThrow().totalTokens()).isEqualTo(3);
  }

  @Test
  void aRoleAloneIsNoTokenAndThinkingIsNoContent() {
    Timing timing = results(new TimingAccumulator()).get(5);
    assertThat(timing.firstChunk()).contains(Duration.ofMillis(0));
    assertThat(timing.firstToken()).contains(Duration.ofMillis(10));
    assertThat(timing.firstContent()).contains(Duration.ofMillis(20));
    assertThat(timing.lastToken()).contains(Duration.ofMillis(40));
  }

  private <R> List<R> results(Accumulator<R> accumulator) {
    List<R> results = new ArrayList<>();
    for (Chunk chunk : chunks) {
      accumulator.add(chunk);
      results.add(accumulator.result());
    }
    return results;
  }

  private static List<Chunk> chunks(String... payloads) {
    var reader = new ChunkReader();
    List<Chunk> read = new ArrayList<>();
    for (String payload : payloads) {
      read.add(reader.read(payload, Duration.ofMillis(10L * read.size()), remark -> {}));
    }
    return read;
  }
}
