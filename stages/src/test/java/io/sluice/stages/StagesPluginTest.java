package io.sluice.stages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.plugin.Plugins;
import io.sluice.plugin.StageSpec;
import io.sluice.stage.Stage;
import io.sluice.stream.Status;
import io.sluice.testkit.StageRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StagesPluginTest {

  private final Plugins registry = Plugins.load(List.of());

  @Test
  void everyStageIsBoundAndMadeByItsName() throws IOException {
    assertThat(registry.stages().names())
        .containsExactly(
            "characters",
            "extract",
            "gather",
            "json",
            "lines",
            "only",
            "pace",
            "redact",
            "sentences",
            "without",
            "words");
    for (String spec :
        List.of(
            "characters",
            "extract",
            "gather:time=1s",
            "json",
            "lines",
            "only:kinds=text",
            "pace",
            "redact",
            "sentences",
            "without:choices=1 2",
            "words")) {
      Stage stage = made(spec);
      assertThat(stage.name()).isEqualTo(StageSpec.parse(spec).get(0).name());
      assertThat(registry.stageDescription(stage.name()).text()).isNotBlank();
    }
  }

  @Test
  void optionsSayWhatIsRedacted(@TempDir Path folder) throws IOException {
    Path names = Files.writeString(folder.resolve("names.txt"), "Ann Lee\n\nBob\n");
    String text = "Ann Lee a@b.io sk-1234567890abcdef1234 x12";
    assertThat(through("redact:email=true", text))
        .isEqualTo("Ann Lee [email] sk-1234567890abcdef1234 x12");
    assertThat(through("redact:names=" + names + ",pattern=x\\d+", text))
        .isEqualTo("[name] a@b.io sk-1234567890abcdef1234 [removed]");
    assertThat(through("redact", text)).isEqualTo("Ann Lee [email] [key] x12");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "gather; stage 'gather': it has no limit; set time, bytes or tokens",
        "gather:bytes=1M; stage 'gather': the bytes to gather are 1048576; use 1 to 65536",
        "pace:latest=1m; stage 'pace': the time to pace is PT1M; use 1ms to 10s",
        "redact:mail=true; stage 'redact': unknown option 'mail'; did you mean 'email'?",
        "redact:email=1; stage 'redact': option 'email' is '1'; use true or false",
        "redact:pattern=(; stage 'redact': pattern '(' is malformed: Unclosed group",
        "redact:names=none.txt; stage 'redact': names=none.txt is no file of at most 1M",
        "only; stage 'only': one of kinds and choices is needed",
        "only:kinds=txt; stage 'only': unknown kind 'txt'; did you mean 'text'?",
        "without:choices=a; stage 'without': choice 'a' is no number; use numbers from 0",
        "extract:what=cod; stage 'extract': option 'what' is 'cod'; did you mean 'code'?",
        "word; unknown stage 'word'; did you mean 'words'?"
      })
  void aWrongStageIsRefusedInOneLine(String line) {
    String spec = line.substring(0, line.indexOf(';'));
    String message = line.substring(line.indexOf(';') + 1).strip();
    assertThatThrownBy(() -> made(spec)).hasMessageStartingWith(message);
  }

  private String through(String spec, String text) throws IOException {
    Stage stage = made(spec);
    return String.join("", StageRun.open(() -> stage).text(text).end(Status.COMPLETED).texts());
  }

  private Stage made(String spec) throws IOException {
    return registry.stage(StageSpec.parse(spec).get(0));
  }
}
