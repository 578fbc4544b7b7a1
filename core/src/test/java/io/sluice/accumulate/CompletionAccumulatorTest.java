package io.sluice.accumulate;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.chat.Choice;
import io.sluice.chat.Completion;
import io.sluice.chat.FinishReason;
import io.sluice.chat.Json;
import io.sluice.chat.Message;
import io.sluice.chat.Role;
import io.sluice.chat.ToolCall;
import io.sluice.chat.Usage;
import io.sluice.stream.Delta;
import io.sluice.stream.Delta.Fold;
import io.sluice.stream.Delta.Place;
import io.sluice.stream.Origin;
import io.sluice.stream.TestChunk;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CompletionAccumulatorTest {

  private final CompletionAccumulator accumulator = new CompletionAccumulator();

  @Test
  void beforeTheFirstChunkTheAnswerIsEmpty() {
    assertThat(accumulator.result()).isEqualTo(Completion.empty());
  }

  @Test
  void aResultTakenMidwayStaysAsItWas() {
    add(new Delta.Text(0, "Hel"));
    Completion midway = accumulator.result();
    add(new Delta.Text(0, "lo"));

    assertThat(midway.text()).isEqualTo("Hel");
    assertThat(accumulator.result().text()).isEqualTo("Hello");
  }

  @Test
  void aSurrogatePairCutBetweenChunksIsWholeAgain() {
    add(new Delta.Text(0, "\uD83D"));
    add(new Delta.Text(0, "\uDE00"));

    assertThat(accumulator.result().text()).isEqualTo("😀");
  }

  @Test
  void kindsOfTextAreFoldedApart() {
    add(new Delta.Role(0, Role.ASSISTANT), new Delta.Reasoning(0, "hm"), new Delta.Text(0, "a"));
    add(new Delta.Reasoning(0, "m"), new Delta.Refusal(0, "no"), new Delta.Text(0, "b"));

    Message message = choice(0).message();
    assertThat(message.content()).contains("ab");
    assertThat(message.reasoning()).contains("hmm");
    assertThat(message.refusal()).contains("no");
  }

  @Test
  void textThatNeverCameIsAbsentAndTextThatCameEmptyIsEmpty() {
    add(new Delta.Text(0, ""), new Delta.Role(1, Role.ASSISTANT));

    assertThat(choice(0).message().content()).contains("");
    assertThat(choice(1).message().content()).isEmpty();
  }

  @Test
  void choicesStandByIndexHoweverTheyInterleave() {
    add(new Delta.Text(1, "b"));
    add(new Delta.Text(0, "a"));
    add(new Delta.Finish(1, FinishReason.LENGTH), new Delta.Text(1, "B"));
    add(new Delta.Finish(0, FinishReason.STOP));

    assertThat(accumulator.result().choices()).extracting(Choice::index).containsExactly(0, 1);
    assertThat(choice(1).message().content()).contains("bB");
    assertThat(choice(1).finishReason()).contains(FinishReason.LENGTH);
  }

  @Test
  void firstNamesCountAndLastUsageCounts() {
    accumulator.add(TestChunk.from(Origin.UNKNOWN));
    Instant then = Instant.ofEpochSecond(5);
    accumulator.add(TestChunk.from(new Origin("a", "m", Optional.of(then))));
    accumulator.add(TestChunk.from(new Origin("b", "n", Optional.empty())));
    accumulator.add(TestChunk.costing(1, 1));
    accumulator.add(TestChunk.costing(1, 2));

    Completion completion = accumulator.result();
    assertThat(completion.id()).isEqualTo("a");
    assertThat(completion.model()).isEqualTo("m");
    assertThat(completion.created()).contains(then);
    assertThat(completion.usage().map(Usage::totalTokens)).contains(3L);
  }

  @Test
  void aCallInFragmentsIsOneCall() {
    add(call(0, "c1", "get_weather", ""));
    add(call(0, "", "", "{\"city\":"));
    add(call(0, "", "", "\"Rome\"}"));

    assertThat(calls()).containsExactly(ToolCall.of("c1", "get_weather", "{\"city\":\"Rome\"}"));
  }

  @Test
  void idAndNameRepeatedOnEachFragmentAreNotConcatenated() {
    add(call(0, "c1", "add", "{\"a\":"));
    add(call(0, "c1", "add", "1}"));

    assertThat(calls()).containsExactly(ToolCall.of("c1", "add", "{\"a\":1}"));
  }

  @Test
  void callsStandByIndexHoweverTheyInterleave() {
    add(call(1, "c2", "b", ""), call(0, "c1", "a", ""));

    assertThat(calls()).extracting(ToolCall::id).containsExactly("c1", "c2");
  }

  @Test
  void theOlderFunctionCallStandsApart() {
    add(call(Delta.ToolCall.FUNCTION_CALL, "", "f", "{"));
    add(call(Delta.ToolCall.FUNCTION_CALL, "", "", "}"));

    assertThat(choice(0).message().functionCall()).contains(ToolCall.of("", "f", "{}"));
    assertThat(calls()).isEmpty();
  }

  @Test
  void unmodelledFieldsStayWhereTheyWere() {
    add(other(Place.CHUNK, "provider", "\"x\""), other(Place.CHOICE, "native", "1"));
    add(other(Place.MESSAGE, "audio", "{}"), other(Place.CHUNK, "provider", "\"y\""));

    assertThat(accumulator.result().other()).isEqualTo(Map.of("provider", new Json("\"y\"")));
    assertThat(choice(0).other()).isEqualTo(Map.of("native", new Json("1")));
    assertThat(choice(0).message().other()).isEqualTo(Map.of("audio", new Json("{}")));
  }

  @Test
  void arraysSaidPieceByPieceGrow() {
    add(other(Place.MESSAGE, "reasoning_details", "[{\"text\":\"a]\"}]", Fold.MERGE_ELEMENTS));
    add(other(Place.MESSAGE, "reasoning_details", " [ ] ", Fold.MERGE_ELEMENTS));
    add(other(Place.MESSAGE, "reasoning_details", "[1, 2]", Fold.MERGE_ELEMENTS));

    assertThat(choice(0).message().other())
        .isEqualTo(Map.of("reasoning_details", new Json("[{\"text\":\"a]\"},1,2]")));
  }

  @Test
  void piecesOfOneDetailAreJoinedByTheirIndex() {
    add(details("{\"type\":\"reasoning.text\",\"text\":\"Let\",\"index\":0}"));
    add(details("{\"type\":\"reasoning.encrypted\",\"data\":\"X=\",\"index\":0}"));
    add(
        details(
            "{\"type\":\"reasoning.text\",\"text\":\" me\\\"\",\"signature\":null,\"index\":0}"));
    add(details("{\"type\":\"reasoning.text\",\"text\":\"Two\",\"index\":1}"));
    add(details("{\"type\":\"reasoning.text\",\"signature\":\"S\",\"index\":0}"));
    add(details("{\"type\":\"reasoning.text\",\"signature\":\"\",\"index\":0}"));

    assertThat(choice(0).message().other().get("reasoning_details"))
        .isEqualTo(
            new Json(
                "[{\"type\":\"reasoning.text\",\"text\":\"Let me\\\"\",\"index\":0,\"signature\":\"S\"},"
                    + "{\"type\":\"reasoning.encrypted\",\"data\":\"X=\",\"index\":0},"
                    + "{\"type\":\"reasoning.text\",\"text\":\"Two\",\"index\":1}]"));
  }

  @Test
  void audioGrowsWhereItComesInPieces() {
    add(
        other(
            Place.MESSAGE, "audio", "{\"id\":\"a\",\"transcript\":\"Hel\"}", Fold.APPEND_STRINGS));
    add(
        other(
            Place.MESSAGE,
            "audio",
            "{\"transcript\":\"lo\",\"data\":\"AA\"}",
            Fold.APPEND_STRINGS));
    add(other(Place.MESSAGE, "audio", "{\"data\":\"BB\",\"expires_at\":7}", Fold.APPEND_STRINGS));

    assertThat(choice(0).message().other().get("audio"))
        .isEqualTo(
            new Json("{\"id\":\"a\",\"transcript\":\"Hello\",\"data\":\"AABB\",\"expires_at\":7}"));
  }

  @Test
  void imagesAddUp() {
    add(other(Place.MESSAGE, "images", "[{\"url\":\"a\"}]", Fold.APPEND));
    add(other(Place.MESSAGE, "images", "[{\"url\":\"b\"}]", Fold.APPEND));

    assertThat(choice(0).message().other().get("images"))
        .isEqualTo(new Json("[{\"url\":\"a\"},{\"url\":\"b\"}]"));
  }

  @Test
  void theFirstValueOfAFieldDecidesHowItFolds() {
    add(other(Place.MESSAGE, "sources", "[1]", Fold.APPEND));
    add(other(Place.MESSAGE, "sources", "[2]"));
    add(other(Place.MESSAGE, "images", "[1]"));
    add(other(Place.MESSAGE, "images", "[2]"));

    assertThat(choice(0).message().other())
        .isEqualTo(Map.of("sources", new Json("[1,2]"), "images", new Json("[2]")));
  }

  @Test
  void tokensInALaterChunkTakeAFinishBack() {
    add(new Delta.Text(0, "a"), new Delta.Finish(0, FinishReason.STOP));
    assertThat(choice(0).finishReason()).contains(FinishReason.STOP);
    add(new Delta.Text(0, "b"));
    assertThat(choice(0).finishReason()).isEmpty();
  }

  @Test
  void logprobsGrowMemberByMember() {
    add(
        other(
            Place.CHOICE,
            "logprobs",
            "{\"content\":[{\"t\":\"}\\\"\"}],\"refusal\":null}",
            Fold.APPEND_MEMBERS));
    add(
        other(
            Place.CHOICE,
            "logprobs",
            "{ \"content\" : [2] , \"top\": [ 3 ]}",
            Fold.APPEND_MEMBERS));

    assertThat(choice(0).other().get("logprobs"))
        .isEqualTo(new Json("{\"content\":[{\"t\":\"}\\\"\"},2],\"refusal\":null,\"top\":[3]}"));
  }

  @Test
  void aHundredThousandPiecesFoldInOneGo() {
    for (int i = 0; i < 100_000; i++) {
      add(
          new Delta.Text(0, "ab"),
          call(0, "", i % 2 == 0 ? "x" : "y", "{}"),
          other(Place.MESSAGE, "annotations", "[1]", Fold.APPEND),
          other(Place.CHOICE, "logprobs", "{\"content\":[1]}", Fold.APPEND_MEMBERS));
    }

    assertThat(accumulator.result().text()).hasSize(200_000);
    assertThat(calls().get(0).name()).hasSize(100_000);
    assertThat(calls().get(0).arguments()).hasSize(200_000);
    assertThat(choice(0).message().other().toString()).hasSizeGreaterThan(200_000);
  }

  private void add(Delta... deltas) {
    accumulator.add(TestChunk.of(deltas));
  }

  private Choice choice(int index) {
    return accumulator.result().choice(index).orElseThrow();
  }

  private List<ToolCall> calls() {
    return choice(0).message().toolCalls();
  }

  private static Delta call(int index, String id, String name, String arguments) {
    return new Delta.ToolCall(0, index, id, name, arguments, Map.of());
  }

  private static Delta other(Place place, String name, String json) {
    return other(place, name, json, Fold.LAST);
  }

  private static Delta other(Place place, String name, String json, Fold fold) {
    return new Delta.Other(0, place, name, new Json(json), fold);
  }

  private static Delta details(String detail) {
    return other(Place.MESSAGE, "reasoning_details", "[" + detail + "]", Fold.MERGE_ELEMENTS);
  }
}
