package io.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.cli.command.ExitCode;
import io.sluice.json.tree.JsonTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StagesTest {

  private static final String HIDING = "redact:pattern=[A-Za-z]+";

  @Test
  void theStagesAreListedWithWhereTheyComeFrom() throws IOException {
    Sluice.Ran ran = Sluice.command().run("stages");

    assertThat(ran.code()).isEqualTo(ExitCode.COMPLETED);
    Golden.compare("stages.txt", ran.out());
  }

  @Test
  void aStageIsDescribedWithItsOptions() throws IOException {
    Golden.compare("stages-redact.txt", Sluice.command().run("stages", "redact").out());
  }

  @Test
  void aStageBeforeAllSinksShapesAllThatIsPrintedAndKept(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("a.txt");
    String sink = "file:path=" + file + ",format=text";
    Sluice.Ran text =
        Sluice.command().run("--offline", "-q", "--through", HIDING, "--sink", sink, "hello");
    Sluice.Ran json = Sluice.command().run("--offline", "-q", "--json", "--through", HIDING, "hi");

    assertThat(text.out()).contains("[removed]").doesNotContain("the");
    assertThat(file).content().contains("[removed]").doesNotContain("the");
    assertThat(json.out()).contains("[removed]");
  }

  @Test
  void aStageBehindABarShapesWhatItsSinkGetsAndNothingElse(@TempDir Path folder)
      throws IOException {
    Path file = folder.resolve("a.txt");
    String sink = "file:path=" + file + ",format=text|" + HIDING + "|words";
    Sluice.Ran ran = Sluice.command().run("--offline", "-q", "--sink", sink, "hello");

    assertThat(ran.code()).isEqualTo(ExitCode.COMPLETED);
    assertThat(ran.out()).isNotBlank().doesNotContain("[removed]");
    assertThat(file).content().contains("[removed]");
  }

  @Test
  void aWrongStageIsSaidInOneLineAndNothingIsSent() throws IOException {
    for (String[] call :
        new String[][] {
          {"--offline", "--through", "word", "hi"},
          {"--offline", "--sink", "tokens|word", "hi"},
          {"stages", "word"}
        }) {
      Sluice.Ran ran = Sluice.command().run(call);
      assertThat(ran.code()).isEqualTo(ExitCode.NOTHING_SENT);
      assertThat(ran.err()).hasLineCount(1).contains("unknown stage 'word'", "'words'");
    }
  }

  @Test
  void aSettingsFileMayNameStages(@TempDir Path home) throws IOException {
    Path settings = Files.createDirectories(home.resolve(".config/sluice")).resolve("sluice.yaml");
    Files.writeString(settings, "through:\n  - '" + HIDING + "'\n");
    Sluice.Ran ran = Sluice.command().with("HOME", home.toString()).run("--offline", "-q", "hello");

    assertThat(ran.out()).contains("[removed]");
  }

  @Test
  void aComparisonInJsonSaysWhatTheStagesMadeOfEachAnswer() {
    Sluice.Ran ran =
        Sluice.command()
            .run("compare", "-q", "--json", "--through", HIDING, "--temperatures", "0,0", "hello");

    assertThat(ran.code()).isEqualTo(ExitCode.COMPLETED);
    List<String> said =
        JsonTree.read(ran.out()).elements("variants").stream()
            .map(variant -> variant.elements("choices").get(0).value("message").orElseThrow())
            .map(message -> message.string("content").orElse(""))
            .toList();
    assertThat(said).hasSize(2).allSatisfy(text -> assertThat(text).contains("[removed]"));
    assertThat(said).allSatisfy(text -> assertThat(text).doesNotContainPattern("[A-Z]"));
  }

  @Test
  void aStageOfAJarIsUsedByItsName(@TempDir Path folder) throws IOException {
    String plugin = "--plugin=" + shouting(folder);
    Sluice.Ran plain = Sluice.command().run("--offline", "-q", "--seed", "3", "hello");
    Sluice.Ran ran =
        Sluice.command()
            .run("--offline", "-q", "--seed", "3", plugin, "--through", "lines|shout", "hello");
    Sluice.Ran listed = Sluice.command().run("stages", plugin, "shout");

    assertThat(ran.code()).isEqualTo(ExitCode.COMPLETED);
    assertThat(ran.out()).isEqualTo(plain.out().toUpperCase(Locale.ROOT));
    assertThat(listed.out()).contains("capitals", "mark", "what stands behind each text");
  }

  @Test
  void aStageOfAJarIsRefusedLikeAnyOther(@TempDir Path folder) throws IOException {
    String plugin = "--plugin=" + shouting(folder);
    for (String wrong : List.of("shout:mark=?", "shout:loud=yes")) {
      Sluice.Ran ran = Sluice.command().run("--offline", plugin, "--through", wrong, "hello");
      assertThat(ran.code()).as(wrong).isEqualTo(ExitCode.NOTHING_SENT);
      assertThat(ran.err()).as(wrong).hasLineCount(1).contains("stage 'shout'");
    }
    Sluice.Ran broken =
        Sluice.command()
            .run("--offline", "-q", plugin, "--sink=tokens|shout:mark=!!!", "--seed=3", "hello");
    assertThat(broken.code()).isEqualTo(ExitCode.SINK_FAILED);
    assertThat(broken.out()).isNotBlank();
    assertThat(broken.err()).contains("sink 'tokens': stage 'shout': too loud");
  }

  private static Path shouting(Path folder) throws IOException {
    return PluginJar.at(folder.resolve("shout.jar"), "ShoutPlugin").naming("ShoutPlugin").pack();
  }
}
