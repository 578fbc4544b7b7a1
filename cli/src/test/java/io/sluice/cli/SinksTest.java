package io.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.cli.command.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SinksTest {
  @Test
  void theSinksAreListedWithWhereTheyComeFrom() throws IOException {
    Sluice.Ran ran = Sluice.command().run("sinks");

    assertThat(ran.code()).isEqualTo(ExitCode.COMPLETED);
    Golden.compare("sinks.txt", ran.out());
  }

  @Test
  void aSinkIsDescribedWithItsOptions() throws IOException {
    Golden.compare("sinks-file.txt", Sluice.command().run("sinks", "file").out());
  }

  @Test
  void aBrokenJarOfThePluginFolderIsNamedAndHarmsNothingElse(@TempDir Path data)
      throws IOException {
    Path folder = Files.createDirectories(data.resolve("sluice/plugins"));
    Path jar = Files.writeString(folder.resolve("broken.jar"), "no jar");
    Sluice sluice = Sluice.command().with("XDG_DATA_HOME", data.toString());

    Sluice.Ran ran = sluice.run("sinks");

    assertThat(ran.err()).hasLineCount(1).contains(jar.toString());
    assertThat(ran.out()).contains("console", "file", "tokens");
    assertThat(sluice.run("sinks", "--no-plugins").err()).isEmpty();
    assertThat(Sluice.command().with("HOME", data.toString()).run("sinks").err()).isEmpty();
  }

  @Test
  void aBrokenJarThatWasNamedIsSaidAlsoWhereNoSinkOfItIsAskedFor(@TempDir Path folder)
      throws IOException {
    Path jar = Files.writeString(folder.resolve("broken.jar"), "no jar");

    Sluice.Ran ran = Sluice.command().run("--offline", "-q", "--plugin", jar.toString(), "hi");

    assertThat(ran.code()).isEqualTo(ExitCode.COMPLETED);
    assertThat(ran.err()).hasLineCount(1).contains(jar.toString());
  }

  @Test
  void aSinkThatDoesNotOpenIsTheOnlyLineAndNothingIsSent(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("there.md"), "kept");

    Sluice.Ran ran = Sluice.command().run("--sink", "file:path=" + file, "hello");

    assertThat(ran.code()).isEqualTo(ExitCode.NOTHING_SENT);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err())
        .isEqualTo(
            "sluice: sink 'file': "
                + file
                + " already exists; pass overwrite=true to replace it\n");
    assertThat(file).hasContent("kept");
  }
}
