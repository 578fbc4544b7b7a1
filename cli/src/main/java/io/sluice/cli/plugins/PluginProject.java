package io.sluice.cli.plugins;

import io.sluice.cli.settings.UsageException;
import io.sluice.plugin.Plugin;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** The files of a new plugin, made from templates whose names stand between at-signs. */
record PluginProject(ProjectOptions options, String version) {

  /**
   * Writes all files into a folder that is empty or is made.
   *
   * @throws UsageException in one line, if there is something in it, or it cannot be written
   */
  void write() throws IOException {
    Path folder = options.folder();
    if (isTaken(folder)) {
      throw new UsageException(folder + " is there and not empty; name another folder");
    }
    Map<String, String> files = files();
    try {
      for (Map.Entry<String, String> file : files.entrySet()) {
        Path path = folder.resolve(file.getKey());
        Files.createDirectories(path.getParent());
        Files.writeString(path, file.getValue(), StandardOpenOption.CREATE_NEW);
      }
    } catch (FileAlreadyExistsException taken) {
      throw new UsageException(taken.getMessage() + " is there; name another folder", taken);
    } catch (IOException refused) {
      throw new UsageException(
          folder + " cannot be written (" + refused.getMessage() + "); name another folder",
          refused);
    }
  }

  /** The texts by path, in the order in which they are written. */
  private Map<String, String> files() throws IOException {
    ProjectOptions.Kind kind = options.kind();
    String main = "src/main/java/" + options.javaPackage().replace('.', '/') + "/";
    String test = main.replace("/main/", "/test/");
    Map<String, String> files = new LinkedHashMap<>();
    files.put("pom.xml", filled("pom.xml"));
    files.put("README.md", filled(kind.word() + "-README.md"));
    files.put(".gitignore", filled("gitignore"));
    String plugin = options.className() + "Plugin";
    files.put(main + plugin + ".java", filled(kind.label() + "Plugin.java.txt"));
    for (String name : kind.classes()) {
      files.put(main + options.className() + name + ".java", filled(name + ".java.txt"));
    }
    files.put(
        "src/main/resources/META-INF/services/" + Plugin.class.getName(),
        options.javaPackage() + "." + plugin + "\n");
    files.put(
        test + options.className() + kind.test() + ".java", filled(kind.test() + ".java.txt"));
    return files;
  }

  private String filled(String template) throws IOException {
    String dependencies =
        options.kind() == ProjectOptions.Kind.DIALECT ? read("dialect-dependencies.xml") : "";
    return read(template)
        .replace("@dependencies@", dependencies)
        .replace("@package@", options.javaPackage())
        .replace("@group@", group())
        .replace("@name@", options.name())
        .replace("@Name@", options.className())
        .replace("@NAME@", options.name().toUpperCase(Locale.ROOT).replace('-', '_'))
        .replace("@sluice@", version);
  }

  /** The package without its last part, if it has several. */
  private String group() {
    String name = options.javaPackage();
    int last = name.lastIndexOf('.');
    return last < 0 ? name : name.substring(0, last);
  }

  private static boolean isTaken(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return Files.exists(folder);
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.findAny().isPresent();
    }
  }

  private static String read(String template) throws IOException {
    try (InputStream text = PluginProject.class.getResourceAsStream(template)) {
      if (text == null) {
        throw new IllegalStateException("the build lacks " + template);
      }
      return new String(text.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
