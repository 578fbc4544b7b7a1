package io.sluice.tokens.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.sluice.json.JsonObject;
import io.sluice.tokens.Basis;
import io.sluice.tokens.ModelEncoding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Counts recorded requests, where the property {@code sluice.shared} names the folder that holds
 * them with the count that the server reported.
 */
class SharedPromptsTest {

  private record Recorded(String name, PromptCount counted, JsonObject row) {

    static Recorded of(String name, String line) {
      JsonObject row = JsonObject.read(line);
      var model = ModelEncoding.of(row.string("model").orElseThrow());
      return new Recorded(name, new PromptTokens(model).count(PromptRequest.read(line)), row);
    }

    String description() {
      return name + " by " + counted.rule();
    }

    long tokens() {
      return counted.counted().tokens();
    }

    boolean isExact() {
      return counted.counted().basis() == Basis.EXACT;
    }

    long reported() {
      return row.wholeNumber("prompt_tokens").orElseThrow();
    }

    /** How much more the server reported than the rule says. */
    long off() {
      return row.wholeNumber("off").orElse(0);
    }
  }

  @ParameterizedTest
  @CsvSource({"messages.jsonl,280", "tools.jsonl,440", "images.jsonl,15"})
  void requestsAreCountedAsTheirServersDid(String file, int atLeast) throws IOException {
    List<Recorded> calls = rows(file).stream().filter(call -> call.off() == 0).toList();

    assertThat(calls).hasSizeGreaterThan(atLeast);
    assertThat(calls)
        .allSatisfy(
            call -> assertThat(call.tokens()).as(call.description()).isEqualTo(call.reported()));
  }

  @Test
  void whereServersDifferFromTheRuleTheCountIsThatOfTheRule() throws IOException {
    List<Recorded> calls = rows("tools.jsonl").stream().filter(call -> call.off() != 0).toList();

    assertThat(calls)
        .allSatisfy(
            call ->
                assertThat(call.tokens() + call.off())
                    .as(call.description())
                    .isEqualTo(call.reported()));
    assertThat(calls).filteredOn(Recorded::isExact).hasSizeLessThan(4);
  }

  @Test
  void picturesThatCostByThePatchAreCountedToWithinTwoTokens() throws IOException {
    List<Recorded> calls = rows("images.jsonl").stream().filter(call -> call.off() != 0).toList();

    assertThat(calls).isNotEmpty();
    assertThat(calls)
        .allSatisfy(call -> assertThat(call.tokens() - call.reported()).isBetween(-2L, 2L));
    assertThat(calls).noneMatch(Recorded::isExact);
  }

  @ParameterizedTest
  @CsvSource({"messages.jsonl,285", "tools.jsonl,300", "images.jsonl,15"})
  void mostCountsAreExact(String file, int atLeast) throws IOException {
    assertThat(rows(file)).filteredOn(Recorded::isExact).hasSizeGreaterThan(atLeast);
  }

  @ParameterizedTest
  @CsvSource({"messages.jsonl", "tools.jsonl", "images.jsonl"})
  void partsAddUpToTheCount(String file) throws IOException {
    assertThat(rows(file))
        .allSatisfy(
            call ->
                assertThat(call.counted().parts().stream().mapToLong(PromptPart::tokens).sum())
                    .isEqualTo(call.tokens()));
  }

  private static List<Recorded> rows(String file) throws IOException {
    String shared = System.getProperty("sluice.shared");
    assumeThat(shared).as("the folder sluice.shared").isNotNull();
    List<Recorded> rows = new ArrayList<>();
    for (String line : Files.readAllLines(Path.of(shared, "tokens", file))) {
      rows.add(Recorded.of(file + ":" + (rows.size() + 1), line));
    }
    return rows;
  }
}
