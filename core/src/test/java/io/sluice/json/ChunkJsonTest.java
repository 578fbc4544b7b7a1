package io.sluice.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.accumulate.CompletionAccumulator;
import io.sluice.chat.Completion;
import io.sluice.chat.FinishReason;
import io.sluice.chat.Json;
import io.sluice.chat.Role;
import io.sluice.chat.Usage;
import io.sluice.stream.Chunk;
import io.sluice.stream.Delta;
import io.sluice.stream.Delta.Place;
import io.sluice.stream.Origin;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChunkJsonTest {

  private static final Origin ORIGIN = new Origin("c1", "m", Optional.of(Instant.ofEpochSecond(7)));

  private static final String[] TEXTS = {"", "river", "\"\\\n", "é静🌊", "\uD83C", "\uDF0A", "{}"};

  @Test
  void chunkIsWrittenInTheFormOfOpenAi() {
    Chunk chunk =
        ChunkBuilder.of(
                new Delta.Role(0, Role.ASSISTANT),
                new Delta.Text(0, "Hi"),
                new Delta.Finish(0, FinishReason.STOP),
                new Delta.Other(0, Place.CHUNK, "provider", new Json("\"p\"")))
            .origin(ORIGIN)
            .usage(usage("{\"input_tokens\":1}"))
            .build();

    assertThat(chunk.json().replace('"', '\''))
        .isEqualTo(
            "{'id':'c1','object':'chat.completion.chunk','created':7,'model':'m','choices':["
                + "{'index':0,'delta':{'role':'assistant','content':'Hi'},'finish_reason':'stop'}],"
                + "'usage':{'prompt_tokens':1,'completion_tokens':2,'total_tokens':3,"
                + "'input_tokens':1},'provider':'p'}");
  }

  @Test
  void whatIsSaidTwiceOfAChoiceIsPutTogether() {
    String written =
        ChunkJson.write(
            ChunkBuilder.of(
                    new Delta.Text(1, "a"),
                    new Delta.Text(0, "x"),
                    new Delta.Text(1, "b"),
                    new Delta.Reasoning(1, "hm"))
                .build());

    assertThat(written.replace('"', '\''))
        .isEqualTo(
            "{'id':'','object':'chat.completion.chunk','created':0,'model':'','choices':["
                + "{'index':0,'delta':{'content':'x'},'finish_reason':null},"
                + "{'index':1,'delta':{'content':'ab','reasoning_content':'hm'},"
                + "'finish_reason':null}]}");
  }

  @Test
  void fragmentsOfCallsKeepTheirIndexAndTheirOwnFields() {
    var custom = Map.of("type", new Json("\"custom\""), "custom", new Json("{\"name\":\"f\"}"));
    String written =
        ChunkJson.write(
            ChunkBuilder.of(
                    new Delta.ToolCall(0, 2, "c", "f", "", Map.of()),
                    new Delta.ToolCall(0, 2, "", "", "{}", Map.of()),
                    new Delta.ToolCall(0, 3, "d", "", "", custom))
                .build());

    assertThat(written)
        .contains("{\"index\":2,\"id\":\"c\",\"type\":\"function\",\"function\":{\"name\":\"f\"")
        .contains("{\"index\":2,\"function\":{\"arguments\":\"{}\"}}")
        .contains("{\"index\":3,\"id\":\"d\",")
        .contains("\"type\":\"custom\"")
        .contains("\"custom\":{\"name\":\"f\"}");
  }

  @Test
  void unmodelledFieldsOfNamesThatTheShapeHasAreLeftOut() {
    String written =
        ChunkJson.write(
            ChunkBuilder.of(
                    new Delta.Other(0, Place.CHUNK, "choices", new Json("7")),
                    new Delta.Other(0, Place.CHOICE, "finish_reason", new Json("7")),
                    new Delta.Other(0, Place.MESSAGE, "content", new Json("7")))
                .build());

    assertThat(written).doesNotContain("7");
  }

  @Test
  void payloadThatWasReceivedIsKeptVerbatim() {
    Chunk received = ChunkBuilder.of(new Delta.Text(0, "Hi")).payload("{ \"t\":1 }").build();

    assertThat(received.json()).isEqualTo("{ \"t\":1 }");
    assertThat(received.jsonLength()).isEqualTo(9);
    assertThat(ChunkBuilder.from(received).origin(ORIGIN).build().json()).contains("\"id\":\"c1\"");
  }

  @Test
  void chunksThatSayTheSameAreEqual() {
    Chunk made = ChunkBuilder.of(new Delta.Text(0, "a")).origin(ORIGIN).build();

    assertThat(ChunkBuilder.from(made).build()).isEqualTo(made).hasSameHashCodeAs(made);
    assertThat(ChunkBuilder.from(made).add(new Delta.Text(0, "b")).build()).isNotEqualTo(made);
    assertThat(ChunkBuilder.from(made).at(Duration.ofMillis(1)).build()).isNotEqualTo(made);
    assertThat(read(new ChunkReader(), made)).isEqualTo(made);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void readerFindsInItWhatTheChunkSays(int seed) {
    var random = new Random(seed);
    for (int stream = 0; stream < 250; stream++) {
      List<Chunk> chunks = chunks(random);
      var reader = new ChunkReader();
      List<Chunk> read = chunks.stream().map(chunk -> read(reader, chunk)).toList();

      for (int i = 0; i < chunks.size(); i++) {
        Chunk said = chunks.get(i);
        assertThat(read.get(i).text()).isEqualTo(said.text());
        assertThat(read.get(i).usage()).isEqualTo(said.usage());
        assertThat(read.get(i).origin()).isEqualTo(said.origin());
        assertThat(read.get(i).jsonLength()).isEqualTo(said.jsonLength());
        assertThat(fold(read.subList(i, i + 1))).isEqualTo(fold(chunks.subList(i, i + 1)));
      }
      assertThat(fold(read)).isEqualTo(fold(chunks));
    }
  }

  private static Chunk read(ChunkReader reader, Chunk chunk) {
    return reader.read(
        chunk.json(),
        chunk.at(),
        kind -> {
          throw new AssertionError(kind + " in " + chunk.json());
        });
  }

  private static Completion fold(List<Chunk> chunks) {
    var fold = new CompletionAccumulator();
    chunks.forEach(fold::add);
    return fold.result();
  }

  /** A stream as servers send it: calls begin with their name, and choices with their role. */
  private static List<Chunk> chunks(Random random) {
    List<Chunk> chunks = new ArrayList<>();
    for (int choice = 0; choice <= random.nextInt(2); choice++) {
      chunks.add(chunk(new Delta.Role(choice, Role.ASSISTANT)));
      chunks.add(
          chunk(new Delta.ToolCall(choice, 0, "c" + choice, "f", "", Map.of("x", new Json("1")))));
    }
    for (int i = random.nextInt(6); i > 0; i--) {
      Delta[] deltas = new Delta[random.nextInt(5)];
      for (int each = 0; each < deltas.length; each++) {
        deltas[each] = delta(random, 0);
      }
      chunks.add(chunk(deltas));
    }
    chunks.add(chunk(new Delta.Finish(0, new FinishReason("tool_calls"))));
    var json = "{\"prompt_tokens\":1,\"completion_tokens\":2,\"total_tokens\":3,\"more\":{}}";
    chunks.add(ChunkBuilder.of().usage(usage(json)).build());
    return chunks;
  }

  private static Chunk chunk(Delta... deltas) {
    return ChunkBuilder.of(deltas).origin(ORIGIN).build();
  }

  private static Delta delta(Random random, int choice) {
    String text = TEXTS[random.nextInt(TEXTS.length)];
    return switch (random.nextInt(7)) {
      case 0 -> new Delta.Reasoning(choice, text);
      case 1 -> new Delta.Refusal(choice, text);
      case 2 -> new Delta.ToolCall(choice, 0, "", "", "{\"a\":[", Map.of());
      case 3 -> new Delta.ToolCall(choice, Delta.ToolCall.FUNCTION_CALL, "", "g", text, Map.of());
      case 4 ->
          new Delta.Other(choice, List.of(Place.values()).get(random.nextInt(3)), "n", json(text));
      case 5 ->
          new Delta.Other(
              choice,
              Place.CHOICE,
              "logprobs",
              new Json("{\"content\":[1]}"),
              Delta.Fold.APPEND_MEMBERS);
      default -> new Delta.Text(choice, text);
    };
  }

  private static Json json(String text) {
    return JsonWriter.json(text);
  }

  private static Usage usage(String json) {
    return Usage.builder(new Json(json)).promptTokens(1).completionTokens(2).build();
  }
}
