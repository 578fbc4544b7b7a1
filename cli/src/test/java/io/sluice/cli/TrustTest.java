package io.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.cli.command.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A project's file is somebody else's: it runs nothing, writes nothing, and sends no key away. */
class TrustTest {
  @TempDir private Path folder;
  private Path project = Path.of("");
  private Path own = Path.of("");

  @BeforeEach
  void make() throws IOException {
    project = Files.createDirectories(folder.resolve("project"));
    own = Files.createDirectories(folder.resolve("xdg/sluice")).resolve("sluice.yaml");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "api-key-command: touch ran",
        "api-key-file: key.txt",
        "base-url: http://127.0.0.1:9/v1",
        "endpoints: {openai: {base-url: 'http://127.0.0.1:9/v1'}}",
        "sinks: ['exec:command=touch ran']",
        "plugin: [evil.jar]",
        "raw: true",
        "trust: [/]"
      })
  void whatCouldHarmIsRefusedAndNothingIsSent(String yaml) throws IOException {
    Files.writeString(project.resolve("sluice.yaml"), "model: m\n" + yaml + "\n");

    Sluice.Ran ran = sluice().with("OPENAI_API_KEY", "sk-secret").run("hello");

    String key = yaml.substring(0, yaml.indexOf(':'));
    assertThat(ran.code()).isEqualTo(ExitCode.NOTHING_SENT);
    assertThat(ran.err())
        .isEqualTo(
            "sluice: %s:2: a project may not say '%s' unless you trust it; if you do, add to 'trust:' in %s: %s\n"
                .formatted(project.resolve("sluice.yaml"), key, own, project.toRealPath()));
    assertThat(project.resolve("ran")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"sinks: 'exec:command=touch ran'", "through: words", "raw: true"})
  void noPromptOfAProjectSaysWhatTheProjectMayNot(String setting) throws IOException {
    Files.writeString(
        project.resolve("sluice.yaml"), "prompts:\n  a:\n    prompt: Hi\n    " + setting + "\n");

    Sluice.Ran ran = sluice().run("--offline", "-p", "a");

    assertThat(ran.code()).isEqualTo(ExitCode.NOTHING_SENT);
    assertThat(ran.err())
        .startsWith(
            "sluice: %s:4: a project may not say '%s' unless you trust it; if you do, add"
                .formatted(
                    project.resolve("sluice.yaml"), setting.substring(0, setting.indexOf(':'))));
    assertThat(project.resolve("ran")).doesNotExist();
  }

  @Test
  void aFolderThatTheUserTrustsMaySayAnything() throws IOException {
    Files.writeString(own, "trust:\n  - " + folder + "\n");
    Path kept = project.resolve("kept.txt");
    Files.writeString(project.resolve("sluice.yaml"), "sinks: ['file:path=" + kept + "']\n");

    assertThat(sluice().run("--offline", "-q", "hello").code()).isEqualTo(ExitCode.COMPLETED);
    assertThat(kept).exists();
  }

  @Test
  void aFolderBesideOneThatIsTrustedIsNot() throws IOException {
    Files.writeString(own, "trust: ['" + folder.resolve("proj") + "']\n");
    Files.writeString(project.resolve("sluice.yaml"), "plugin: x.jar\n");

    assertThat(sluice().run("hello").code()).isEqualTo(ExitCode.NOTHING_SENT);
  }

  @Test
  void whatOnlySaysHowIsAskedNeedsNoTrust() throws IOException {
    Files.writeString(
        project.resolve("sluice.yaml"),
        """
        system: Be brief
        aliases: {fast: m}
        quiet: true
        prompts: {a: {prompt: Hi, system: Shout, temperature: 0}}
        """);

    assertThat(sluice().run("--offline", "hello").code()).isEqualTo(ExitCode.COMPLETED);
  }

  @Test
  void whereTheUsersFileIsCanBeAskedBesideOneThatIsNotTrusted() throws IOException {
    Files.writeString(project.resolve("sluice.yaml"), "plugin: x.jar\n");

    assertThat(sluice().run("config", "path").code()).isEqualTo(ExitCode.COMPLETED);
  }

  private Sluice sluice() {
    return Sluice.command().in(project).with("XDG_CONFIG_HOME", folder.resolve("xdg").toString());
  }
}
