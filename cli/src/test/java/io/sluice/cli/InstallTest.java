package io.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.cli.command.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where {@code sluice install} puts its link, and what it says is left to do. */
@DisabledOnOs(OS.WINDOWS)
class InstallTest {
  @TempDir private Path folder;
  private Shell shell = new Shell(Path.of(""));
  private Path home = Path.of("");

  @BeforeEach
  void make() throws IOException {
    shell = Shell.in(folder);
    home = folder.resolve("home");
  }

  @Test
  void theLinkGoesIntoTheFirstFolderOfThePathBelowHome() throws Exception {
    Path first = Files.createDirectories(home.resolve("tools"));
    Files.createDirectories(home.resolve(".local/bin"));

    Shell.Ran ran = install("", home.resolve("missing") + ":" + first + ":" + home + "/.local/bin");

    assertThat(ran.code()).isZero();
    assertThat(ran.out()).isEqualTo(first.resolve("sluice") + "\n");
    assertThat(first.resolve("sluice")).isSymbolicLink().hasSameTextualContentAs(launcher());
    assertThat(ran.err()).contains("links to " + launcher()).doesNotContain("not on the PATH");
  }

  @Test
  void aFolderForCommandsIsMadeWhereThePathHasIt() throws Exception {
    install("", home.resolve(".local/bin").toString());

    assertThat(home.resolve(".local/bin/sluice")).isSymbolicLink();
  }

  @ParameterizedTest
  @CsvSource({
    "/bin/bash, .bashrc, completion bash",
    "/usr/bin/zsh, .zshrc, completion zsh",
    "/usr/bin/fish, fish_add_path, completion fish",
    "/bin/sh, .profile, sluice help completion",
    "'', .profile, sluice help completion"
  })
  void withoutSuchAFolderTheUserIsToldHowToAddOne(String program, String adding, String completing)
      throws Exception {
    Shell.Ran ran = shell.run("sluice install", Map.of("SHELL", program));

    assertThat(home.resolve(".local/bin/sluice")).isSymbolicLink();
    assertThat(ran.err())
        .contains("not on the PATH", home + "/.local/bin", adding)
        .contains(completing);
  }

  @Test
  void aFolderThatIsNamedIsTaken() throws Exception {
    Shell.Ran ran = install("my/own", "");

    assertThat(ran.code()).isZero();
    assertThat(folder.resolve("my/own/sluice")).isSymbolicLink();
    assertThat(install("my/own", "").err()).contains("links already to");
  }

  @Test
  void whatIsNotItsOwnLinkStays() throws Exception {
    Path bin = Files.createDirectories(home.resolve("bin"));
    Files.writeString(bin.resolve("sluice"), "another program");
    Path other = Files.createDirectories(home.resolve("other"));
    Files.createSymbolicLink(other.resolve("sluice"), Path.of("/nowhere/sluice"));

    for (Path taken : new Path[] {bin, other}) {
      Shell.Ran ran = install(taken.toString(), "");

      assertThat(ran.code()).isEqualTo(ExitCode.NOTHING_SENT.number());
      assertThat(ran.err()).hasLineCount(1).contains(taken + "/sluice", "remove it");
    }
    assertThat(bin.resolve("sluice")).hasContent("another program");
    assertThat(other.resolve("sluice")).isSymbolicLink();
  }

  @Test
  void aCommandThatThePathHasFirstIsNamed() throws Exception {
    Path first = Files.createDirectories(folder.resolve("first"));
    Files.writeString(first.resolve("sluice"), "");
    Files.setPosixFilePermissions(
        first.resolve("sluice"), PosixFilePermissions.fromString("rwxr-xr-x"));
    Path bin = Files.createDirectories(home.resolve("bin"));

    assertThat(install("", first + ":" + bin).err())
        .contains("'sluice' still calls " + first.resolve("sluice"));
  }

  @Test
  void withoutTheLauncherThereIsNothingToLink() {
    Sluice.Ran ran = Sluice.command().in(folder).run("install", "bin");

    assertThat(ran.code()).isEqualTo(ExitCode.NOTHING_SENT);
    assertThat(ran.err()).hasLineCount(1).contains("call ./sluice install");
  }

  private Path launcher() {
    return folder.resolve("sluice");
  }

  private Shell.Ran install(String words, String path) throws Exception {
    return shell.run(
        "PATH=\"$MORE:/usr/bin:/bin\" ./sluice install " + words, Map.of("MORE", path));
  }
}
