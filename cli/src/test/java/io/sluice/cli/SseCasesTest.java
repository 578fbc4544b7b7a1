package io.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.cli.command.ExitCode;
import io.sluice.json.JsonObject;
import io.sluice.json.JsonValue;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Recorded cases of the standard, where they are at hand. */
@EnabledIfSystemProperty(named = "sluice.shared", matches = ".+")
class SseCasesTest {
  @TempDir private Path folder;

  @TestFactory
  Stream<DynamicTest> everyCaseDecodesByTheStandard() throws IOException {
    Path cases = Path.of(System.getProperty("sluice.shared"), "sse", "cases.jsonl");
    return Files.readAllLines(cases).stream()
        .map(JsonObject::read)
        .map(one -> DynamicTest.dynamicTest(text(one, "name"), () -> decode(one)));
  }

  private void decode(JsonObject one) throws IOException {
    Path file = Files.write(folder.resolve("case.sse"), bytes(one));

    Sluice.Ran ran = Sluice.command().run("sse", file.toString());

    assertThat(ran.code()).isEqualTo(ExitCode.COMPLETED);
    assertThat(ran.err()).isEmpty();
    List<JsonObject> lines = ran.out().lines().map(JsonObject::read).toList();
    assertThat(lines.stream().filter(line -> line.value("data").isPresent()).map(this::event))
        .containsExactlyElementsOf(
            one.elements("events").orElseThrow().stream()
                .map(event -> event(event.object().orElseThrow()))
                .toList());
    assertThat(lastRetry(lines)).isEqualTo(expectedRetry(one));
  }

  private List<String> event(JsonObject event) {
    return List.of(text(event, "event"), text(event, "data"), text(event, "id"));
  }

  /** Who begins with an id begins as after an event that set it and held no data. */
  private static byte[] bytes(JsonObject one) throws IOException {
    var bytes = new ByteArrayOutputStream();
    one.string("initial_last_event_id")
        .ifPresent(id -> bytes.writeBytes(("id: " + id + "\n\n").getBytes(StandardCharsets.UTF_8)));
    bytes.write(Base64.getDecoder().decode(text(one, "bytes_b64")));
    return bytes.toByteArray();
  }

  private static Optional<String> lastRetry(List<JsonObject> lines) {
    return lines.stream()
        .flatMap(line -> line.value("retry").stream())
        .map(value -> value.json().text())
        .reduce((first, last) -> last);
  }

  /** A time beyond what fits is clamped. */
  private static Optional<String> expectedRetry(JsonObject one) {
    Optional<JsonValue> value = one.value("reconnection_time");
    return value.map(
        time -> time.string().map(huge -> "9223372036854775807").orElse(time.json().text()));
  }

  private static String text(JsonObject object, String name) {
    return object.string(name).orElseThrow();
  }
}
