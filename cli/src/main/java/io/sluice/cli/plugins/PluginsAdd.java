package io.sluice.cli.plugins;

import io.sluice.cli.command.Arguments;
import io.sluice.cli.command.Call;
import io.sluice.cli.command.ExitCode;
import io.sluice.cli.run.PluginOptions;
import io.sluice.cli.settings.InputFiles;
import io.sluice.cli.settings.UsageException;
import io.sluice.settings.ReadableFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Copies a jar into the user's plugin folder, if it is a plugin that works. */
final class PluginsAdd implements PluginsAction {
  private static final int MIB = 1024 * 1024;

  @Override
  public String name() {
    return "add";
  }

  @Override
  public String operands() {
    return "FILE";
  }

  @Override
  public String summary() {
    return "a jar, or GROUP:ARTIFACT:VERSION, into your folder";
  }

  @Override
  public ExitCode run(Arguments arguments, List<String> words, Call call) throws IOException {
    String word = only(words, "FILE or GROUP:ARTIFACT:VERSION");
    UserFolder folder = UserFolder.of(PluginOptions.of(arguments));
    Optional<MavenCoordinates> coordinates = MavenCoordinates.parse(word);
    if (coordinates.isEmpty() || Files.exists(InputFiles.path(word))) {
      Path file = InputFiles.path(word);
      ReadableFile.check(file);
      add(file, folder, call);
      return ExitCode.COMPLETED;
    }
    Path temporary = Files.createTempDirectory("sluice-plugin");
    try {
      add(MavenJars.of(call.environment()).jar(coordinates.get(), temporary), folder, call);
      return ExitCode.COMPLETED;
    } finally {
      Files.deleteIfExists(temporary.resolve(coordinates.get().fileName()));
      Files.deleteIfExists(temporary);
    }
  }

  private static void add(Path jar, UserFolder folder, Call call) throws IOException {
    if (!String.valueOf(jar.getFileName()).endsWith(".jar")) {
      throw new UsageException(jar + " does not end in .jar; add a jar with a plugin");
    }
    if (Files.size(jar) > MavenJars.LARGEST) {
      throw new UsageException(
          jar + " is larger than " + MavenJars.LARGEST / MIB + " MiB; add a smaller jar");
    }
    JarContents contents = JarContents.of(jar, folder.jars(call.notices()));
    if (!contents.problems().isEmpty()) {
      throw new UsageException(contents.problems().get(0));
    }
    Path added = folder.add(jar);
    call.streams().out().print(added + "\n");
    call.notices().notice("added " + String.join(", ", contents.lines()));
  }
}
