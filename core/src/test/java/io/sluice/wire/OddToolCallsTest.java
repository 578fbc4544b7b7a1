package io.sluice.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.chat.ToolCall;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Which call the fragments belong to whose index or id says too little, or something wrong. */
class OddToolCallsTest {
  static Stream<Arguments> fragments() {
    return Stream.of(
        row(
            "one index, two ids",
            "a f {}; b g []",
            "#",
            at(0, "a", "f", "{}"),
            at(0, "b", "g", "[]")),
        row(
            "one index, two ids, in turn",
            "a f {1}; b g [2]",
            "#",
            at(0, "a", "f", "{"),
            at(0, "b", "g", "["),
            at(0, "a", "", "1}"),
            at(0, "b", "", "2]")),
        row(
            "another id without a name goes on",
            "a f {'q':1}",
            "##",
            at(0, "a", "f", ""),
            at(0, "b", "", "{'q'"),
            at(0, "b", "", ":1}")),
        row("the word null is no id", "a f {}", "", at(0, "a", "f", ""), at(0, "null", "", "{}")),
        row(
            "an id whose name comes later",
            "a f {}; b g []",
            "##",
            at(0, "a", "f", "{}"),
            at(0, "b", "", ""),
            at(0, "", "g", "[]")),
        row(
            "one id, two names",
            "a f {'c':1}; a g {'c':2}",
            "#",
            at(0, "a", "f", "{'c':1}"),
            at(0, "a", "g", "{'c':2}")),
        row(
            "whole calls without index and id",
            " f {};  f {'a':1};  g {}",
            "iii##",
            bare("f", "{}"),
            bare("f", "{'a':1}"),
            bare("g", "{}")),
        row(
            "names and ids on each fragment",
            "a f {'a':1}",
            "",
            at(0, "a", "f", "{'a'"),
            at(0, "a", "f", ":1}"),
            at(0, "a", "f", "")),
        row(
            "a name in two pieces",
            "a getit {}",
            "",
            at(0, "a", "get", ""),
            at(0, "", "it", ""),
            at(0, "", "", "{}")),
        row(
            "arguments said twice",
            "a f {'a':1}",
            "=",
            at(0, "a", "f", "{'a'"),
            at(0, "", "", ":1}"),
            at(0, "a", "f", "{'a':1}")),
        row("an empty call", "a f {}", "=", at(1, "", "", ""), at(0, "a", "f", "{}")),
        row("an index below 0", "a f {}", "ii", at(-1, "a", "f", ""), at(-1, "a", "", "{}")),
        row("indexes from 1", "a f {}; b g []", "", at(1, "a", "f", "{}"), at(3, "b", "g", "[]")),
        row(
            "an index that another call took",
            "a f {}; b g []; c h {}",
            "#",
            at(0, "a", "f", "{}"),
            at(0, "b", "g", "[]"),
            at(1, "c", "h", "{}")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("fragments")
  void aFragmentBelongsToTheCallThatItReadsLike(
      String name, String calls, String remarks, List<String> chunks) {
    var heard = new RecordingReceiver();
    Dialect.Reader reader = new OpenAiDialect().reader(1);
    for (String chunk : chunks) {
      reader.read(Events.data(chunk), Duration.ZERO, heard);
    }

    List<ToolCall> read = heard.completion.result().choices().get(0).message().toolCalls();
    assertThat(
            String.join(
                "; ",
                read.stream().map(c -> c.id() + " " + c.name() + " " + c.arguments()).toList()))
        .isEqualTo(calls);
    assertThat(remarks(heard)).isEqualTo(remarks);
  }

  private static String remarks(RecordingReceiver heard) {
    return heard.said.stream()
        .map(
            said ->
                switch (said) {
                  case "tool_call_without_index" -> "i";
                  case "tool_call_guessed" -> "#";
                  case "tool_call_repeated" -> "=";
                  default -> "";
                })
        .sorted(Comparator.reverseOrder())
        .reduce("", String::concat);
  }

  private static String at(int index, String id, String name, String arguments) {
    return chunk("\"index\":" + index + ",\"id\":\"" + id + "\",", name, arguments);
  }

  private static String bare(String name, String arguments) {
    return chunk("", name, arguments);
  }

  private static String chunk(String members, String name, String arguments) {
    return "{\"choices\":[{\"index\":0,\"delta\":{\"tool_calls\":[{"
        + members
        + "\"function\":{\"name\":\""
        + name
        + "\",\"arguments\":\""
        + arguments
        + "\"}}]}}]}";
  }

  private static Arguments row(String name, String calls, String remarks, String... chunks) {
    return Arguments.of(name, calls, remarks, List.of(chunks));
  }
}
