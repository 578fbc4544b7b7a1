package io.sluice.sinks.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.sluice.plugin.Plugins;
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

  private final Plugins registry = Plugins.load(List.of());

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "a.txt,auto,Hi",
    "a,auto,Hi",
    "a.md,auto,---",
    "a.sse,auto,data:",
    "a.jsonl,auto,{",
    "a.jsonl,text,Hi",
    "a.md,jsonl,{",
    "a.md,text,Hi",
    "a.txt,markdown,---",
    "a.txt,sse,data:",
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
    Path file = folder.resolve("a.txt");
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
  void eventStreamIsNotAppendedTo() {
    refuses(
        "file:path=a.sse,append=true",
        "sink 'file': an event stream holds one answer and cannot be appended to; use format=jsonl");
  }

  @Test
  void mistypedPlaceholderIsNamedWithTheNearest() {
    refuses(
        "file:path={dat}.md",
        "sink 'file': unknown placeholder 'dat'; did you mean 'date'? known: date, id, model,"
            + " time");
  }

  @ParameterizedTest
  @CsvSource({"end", "chunk", "none"})
  void everyWayToSyncWritesTheSame(String sync) throws IOException {
    Path file = folder.resolve("a.txt");
    var spec = new SinkSpec("file", Map.of("path", file.toString(), "sync", sync));
    Answer.of("Hi", "!").run(registry.sink(spec), Status.COMPLETED);

    assertThat(file).content().isEqualTo("Hi!\n");
  }

  @Test
  void mistypedOptionIsNamedWithTheNearest() {
    refuses(
        "file:pth=a",
        "sink 'file': unknown option 'pth'; did you mean 'path'? known: append, extract,"
            + " format, overwrite, path, sync");
  }

  private void refuses(String spec, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> registry.sink(SinkSpec.parse(spec)))
        .withMessage(message);
  }
}
