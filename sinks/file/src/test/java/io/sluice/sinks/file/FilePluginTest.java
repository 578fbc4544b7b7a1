package io.sluice.sinks.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.sluice.plugin.SinkRegistry;
import io.sluice.plugin.SinkSpec;
import io.sluice.stream.Status;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilePluginTest {

  private final SinkRegistry registry = SinkRegistry.load(List.of());

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "a.md,auto,Hi",
    "a.jsonl,auto,{",
    "a.jsonl,text,Hi",
    "a.md,jsonl,{",
  })
  void formatIsTheOneAskedForOrThatOfTheName(String name, String format, String beginning)
      throws IOException {
    Path file = folder.resolve(name);
    var spec = new SinkSpec("file", Map.of("path", file.toString(), "format", format));
    Answer.of("Hi").run(registry.sink(spec), Status.COMPLETED);

    assertThat(file).content().startsWith(beginning);
  }

  @Test
  void appendAndOverwriteAreHeeded() throws IOException {
    Path file = folder.resolve("a.md");
    for (String how : List.of("append", "append", "overwrite")) {
      var spec = new SinkSpec("file", Map.of("path", file.toString(), how, "true"));
      Answer.of(how).run(registry.sink(spec), Status.COMPLETED);
      assertThat(file).content().endsWith(how + "\n");
    }

    assertThat(file).content().isEqualTo("overwrite\n");
  }

  @Test
  void missingPathIsNamed() {
    refuses("file", "sink 'file': path is missing; use path=FILE");
  }

  @Test
  void contradictionIsNamed() {
    refuses(
        "file:path=a,overwrite=true,append=true",
        "sink 'file': overwrite=true and append=true exclude each other; use one");
  }

  @Test
  void mistypedOptionIsNamedWithTheNearest() {
    refuses(
        "file:pth=a",
        "sink 'file': unknown option 'pth'; did you mean 'path'? known: append, format,"
            + " overwrite, path");
  }

  private void refuses(String spec, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> registry.sink(SinkSpec.parse(spec)))
        .withMessage(message);
  }
}
