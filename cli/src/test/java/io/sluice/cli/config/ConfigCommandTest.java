package io.sluice.cli.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.cli.Golden;
import io.sluice.cli.Sluice;
import io.sluice.cli.command.ExitCode;
import io.sluice.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ConfigCommandTest {
  private static final String SETTINGS =
      """
      endpoint: work
      usage: true
      stop: [x, y]
      endpoints:
        work:
          base-url: https://llm.example.com/v1
          api-key-command: no-such-program sk-9
          model: our-model
          total-timeout: 5m
      aliases:
        fast: gpt-4o-mini
      prompts:
        review: {prompt: "Review {input}"}
        brief: {system: Be brief.}
      """;

  @TempDir private Path folder;

  @Test
  void whatHoldsIsShownWithItsOrigin() throws IOException {
    write(SETTINGS);

    Sluice.Ran ran =
        sluice()
            .with("SLUICE_SEED", "7")
            .with("SLUICE_PORT", "80")
            .run("config", "show", "-t", "0");

    assertThat(ran.err()).isEmpty();
    assertThat(ran.code()).isEqualTo(ExitCode.COMPLETED);
    Golden.compare("config-show.txt", ran.out().replace(folder.toString(), "FOLDER"));
  }

  @Test
  void theSameIsThereAsJson() throws IOException {
    write(SETTINGS);

    JsonObject json = JsonObject.read(sluice().run("config", "show", "--json").out());

    assertThat(json.value("settings").orElseThrow().json().text())
        .contains("{\"key\":\"api-key\",\"value\":\"from no-such-program sk-9\",\"from\":\"")
        .contains("\"key\":\"model\",\"value\":\"our-model\"");
    assertThat(json.value("files").orElseThrow().json().text()).contains(file().toString());
  }

  @Test
  void aKeyIsNeverShown() {
    String key = "sk-live-4242";
    Sluice sluice = sluice().with("OPENAI_API_KEY", key).with("GROQ_API_KEY", key);

    for (String form : new String[] {"-q", "--json"}) {
      assertThat(sluice.run("config", "show", form).out())
          .doesNotContain(key)
          .contains("OPENAI_API_KEY", "set");
      assertThat(sluice.run("config", "show", "--endpoint", "groq", form).out())
          .doesNotContain(key)
          .contains("GROQ_API_KEY", "https://api.groq.com/openai/v1", "built in");
    }
  }

  @Test
  void withoutAnythingTheBuiltInModelAnswers() {
    assertThat(sluice().run("config").out())
        .contains("sluice-offline", "no server is named, no key is set", "no file was read");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aFileIsBegunForItsOwnerAloneAndNeverTouchedAgain() throws IOException {
    assertThat(sluice().run("config", "path").out()).isEqualTo(file() + "\n");
    assertThat(sluice().run("config", "init").out()).isEqualTo(file() + "\n");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
        .isEqualTo("rw-------");
    assertThat(sluice().run("config").out()).contains("read " + file());

    Sluice.Ran again = sluice().run("config", "init");
    assertThat(again.code()).isEqualTo(ExitCode.NOTHING_SENT);
    assertThat(again.err())
        .isEqualTo("sluice: " + file() + " exists; edit it, or remove it to begin it anew\n");
  }

  @Test
  @SuppressWarnings("NullAway") // The file is in a folder.
  void aPlaceWhereNoFileCanBeBegunIsNamedWithAWayOut() throws IOException {
    Files.createDirectories(file().getParent().getParent());
    Files.writeString(file().getParent(), "a file where the folder should be");
    Sluice.Ran blocked = sluice().run("config", "init");
    Files.delete(file().getParent());
    Files.createDirectories(file());
    Sluice.Ran folder = sluice().run("config", "init");

    assertThat(blocked.code()).isEqualTo(ExitCode.NOTHING_SENT);
    assertThat(blocked.err())
        .startsWith("sluice: " + file() + " cannot be made: ")
        .endsWith("; check its folder, or let XDG_CONFIG_HOME name another\n")
        .hasLineCount(1);
    assertThat(folder.code()).isEqualTo(ExitCode.NOTHING_SENT);
    assertThat(folder.err())
        .isEqualTo(
            "sluice: " + file() + " is a folder; remove it, and a file can be begun there\n");
  }

  @Test
  void everyLineOfTheSampleMayBeTakenIntoUse() throws IOException {
    String sample = new String(ConfigSample.text(), StandardCharsets.UTF_8);
    assertThat(sample.lines()).allMatch(line -> line.isEmpty() || line.startsWith("#"));
    write(sample.replaceAll("(?m)^#(?! \\S)", "").replace("RESOURCE", "r"));

    Sluice.Ran ran = sluice().with("GROQ_API_KEY", "g-1").run("config");

    assertThat(ran.err()).isEmpty();
    assertThat(ran.out()).contains("groq", "gpt-4o-mini", "azure, ", "review");
  }

  @Test
  void theFileOfThePageIsOne() throws IOException {
    String page = Files.readString(Path.of("..", "docs", "command.md"));
    write(page.split("```yaml\n", 2)[1].split("```", 2)[0]);

    Sluice.Ran ran = sluice().run("config");

    assertThat(ran.err()).isEmpty();
    assertThat(ran.out())
        .contains("our-model", "from pass show work", "alias fast", "prices gpt-4o-mini");
  }

  private Path file() {
    return folder.resolve("sluice").resolve("sluice.yaml");
  }

  private void write(String yaml) throws IOException {
    Files.createDirectories(file().getParent());
    Files.writeString(file(), yaml);
  }

  private Sluice sluice() {
    return Sluice.command().in(folder).with("XDG_CONFIG_HOME", folder.toString());
  }
}
