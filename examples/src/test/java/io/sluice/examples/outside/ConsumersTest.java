package io.sluice.examples.outside;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What somebody outside the tree does with what {@code install} gives them. */
@Tag("thorough")
@DisabledOnOs(OS.WINDOWS)
@ExtendWith(InstalledCheckout.class)
class ConsumersTest {

  /** Its client's jar names no module that one could require. */
  private static final Set<String> AUTOMATIC = Set.of("sluice-kafka");

  private static final Pattern CHUNKS = Pattern.compile("\"chunks\":(\\d+)");
  private static final Pattern JAR = Pattern.compile(".*\\d(-SNAPSHOT)?\\.jar");
  private static final String RUN =
      """
      mvn compile org.codehaus.mojo:exec-maven-plugin:3.6.4:exec \
        -Dexec.executable=java -Dexec.args="-cp %classpath com.example.Program"
      """;

  private static final String CLASS_PATH =
      """
      mvn compile org.codehaus.mojo:exec-maven-plugin:3.6.4:exec \
        -Dexec.executable=echo '-Dexec.args=${project.artifactId} %classpath'\
      """;

  /** 7 MiB. */
  private static final long HEAVIEST_TRANSPORT = 7L << 20;

  private static Checkout checkout;
  private static Path world;

  @BeforeAll
  @Timeout(value = Checkout.MOST_MINUTES, unit = TimeUnit.MINUTES)
  static void install(Checkout installed) {
    checkout = installed;
    world = installed.world();
  }

  @Test
  void thePageLeadsFromAnEmptyFolderToABellThatRingsOncePerChunk()
      throws IOException, InterruptedException {
    Path project = Files.createDirectory(world.resolve("bell"));
    Walkthrough page = Walkthrough.read();

    assertThat(page.writeInto(project)).hasSize(4);
    assertThat(page.commands()).hasSize(2);
    String printed = checkout.run(project, page.commands().get(1));
    assertThat(printed).contains("from: " + world.resolve("home")).contains("\u0007");

    String json = checkout.run(project, "sluice --sink bell --json 'Write a haiku about coding.'");
    Matcher chunks = CHUNKS.matcher(json);
    assertThat(chunks.find()).isTrue();
    assertThat(json.chars().filter(c -> c == '\u0007')).hasSize(Integer.parseInt(chunks.group(1)));
    assertThat(project.resolve("target/surefire-reports/com.example.BellTest.txt"))
        .content()
        .contains("Tests run: 10, Failures: 0, Errors: 0");
  }

  @ParameterizedTest
  @CsvSource({
    "sink, Sink, 10, --sink notes:path=answer.txt",
    "stage, Stage, 9, --through notes",
    "dialect, Dialect, 2, --dialect notes --dry-run --base-url http://localhost/v1 -m any"
  })
  void aNewPluginBuildsAndIsDroppedIn(String kind, String name, int tests, String use)
      throws IOException, InterruptedException {
    Path folder = Files.createDirectory(world.resolve("new-" + kind));

    checkout.run(folder, "sluice plugins new notes --kind " + kind);
    Path project = folder.resolve("notes");
    checkout.run(project, "mvn verify");
    assertThat(
            project.resolve("target/surefire-reports/com.example.notes.Notes" + name + "Test.txt"))
        .content()
        .contains("Tests run: " + tests + ", Failures: 0, Errors: 0");
    checkout.run(project, "sluice plugins add target/notes-1.0.jar");
    assertThat(checkout.run(folder, "sluice plugins")).contains(kind + " notes");
    checkout.run(folder, "sluice " + use + " 'Hello'");
    checkout.run(folder, "sluice plugins remove notes");
    assertThat(checkout.run(folder, "sluice plugins")).doesNotContain("notes");
  }

  @Test
  void aProjectUsesTheBomAndNoVersions() throws IOException, InterruptedException {
    assertThat(checkout.run(checkout.project("bom-only"), RUN)).endsWith("COMPLETED, kept: true\n");
  }

  @Test
  void aProjectEmbedsAPipelineWithoutGuice() throws IOException, InterruptedException {
    assertThat(checkout.run(checkout.project("without-guice"), RUN))
        .endsWith("COMPLETED, Guice: false\n");
  }

  @Test
  void aProjectWhoseBomChoosesAnotherNettyStreams() throws IOException, InterruptedException {
    assertThat(checkout.run(checkout.project("netty-4.1"), RUN))
        .endsWith("Hello Hello Hello Hello, Netty 4.1.138.Final\n");
  }

  @Test
  void aNettyThatIsTooOldIsNamedInOneLine() throws IOException, InterruptedException {
    Path project = checkout.project("netty-4.1");
    String refused =
        checkout.run(project, RUN.strip() + " -Dnetty.version=4.1.100.Final 2>&1 || true");
    assertThat(refused)
        .contains("Netty 4.1.100.Final is on the class path, but Sluice needs")
        .contains("netty.version")
        .doesNotContain("Exception in thread \"main\" java.lang.NoSuchMethodError");
  }

  /** What a service gets with each library, and how much that is. */
  @Test
  void noLibraryBringsGuiceOrGuavaAndTheTransportIsLight()
      throws IOException, InterruptedException {
    Map<String, List<Path>> jarsOf = classPaths(checkout.project("weight"));

    assertThat(jarsOf).containsOnlyKeys(namesInTheBom());
    jarsOf.forEach(
        (library, jars) ->
            assertThat(jars)
                .as(library)
                .isNotEmpty()
                .noneMatch(jar -> jar.getFileName().toString().matches("(guice|guava)-\\d.*")));
    long bytes = 0;
    for (Path jar : jarsOf.get("sluice-transport-netty")) {
      bytes += Files.size(jar);
    }
    assertThat(bytes).isLessThan(HEAVIEST_TRANSPORT);
  }

  /** One build of a project for each library, since each start of Maven takes seconds. */
  private static Map<String, List<Path>> classPaths(Path project)
      throws IOException, InterruptedException {
    String template = Files.readString(project.resolve("library.xml"));
    StringBuilder modules = new StringBuilder();
    for (String library : namesInTheBom()) {
      Path module = Files.createDirectory(project.resolve(library));
      Files.writeString(module.resolve("pom.xml"), template.replace("LIBRARY", library));
      modules.append("<module>").append(library).append("</module>");
    }
    Path pom = project.resolve("pom.xml");
    Files.writeString(pom, Files.readString(pom).replace("<!-- modules -->", modules));
    Map<String, List<Path>> found = new TreeMap<>();
    for (String line : checkout.run(project, CLASS_PATH).lines().toList()) {
      String[] entries = line.split("[ " + File.pathSeparator + "]");
      found.put(
          entries[0],
          Stream.of(entries).filter(entry -> entry.endsWith(".jar")).map(Path::of).toList());
    }
    return found;
  }

  @Test
  void eachJarHasItsLicenceItsSourcesAndItsJavadoc() throws IOException {
    Path installed = world.resolve("home/repository/io/sluice");
    List<Path> jars;
    try (Stream<Path> files = Files.walk(installed)) {
      jars = files.filter(file -> JAR.matcher(file.toString()).matches()).toList();
    }

    assertThat(jars)
        .extracting(jar -> jar.getName(jar.getNameCount() - 3).toString())
        .containsAll(namesInTheBom())
        .contains("sluice-cli");
    for (Path jar : jars) {
      String path = jar.toString().replace(".jar", "");
      assertThat(Path.of(path + "-sources.jar")).exists();
      assertThat(Path.of(path + "-javadoc.jar")).exists();
      try (var file = new JarFile(jar.toFile())) {
        assertThat(file.getEntry("META-INF/LICENSE")).isNotNull();
      }
    }
  }

  @Test
  void eachJarOfTheBomIsAModuleThatExportsSomething() throws IOException {
    Path installed = world.resolve("home/repository/io/sluice");
    for (String name : namesInTheBom()) {
      ModuleDescriptor module =
          ModuleFinder.of(jar(installed.resolve(name))).findAll().iterator().next().descriptor();
      assertThat(module.name()).startsWith("io.sluice.");
      if (!AUTOMATIC.contains(name)) {
        assertThat(module.isAutomatic()).as(name).isFalse();
        assertThat(module.exports()).as(name).isNotEmpty();
      }
    }
  }

  @Test
  void noPomNamesAParent() throws IOException {
    Path installed = world.resolve("home/repository/io/sluice");
    List<Path> poms;
    try (Stream<Path> files = Files.walk(installed)) {
      poms = files.filter(file -> file.toString().endsWith(".pom")).toList();
    }

    assertThat(poms).hasSizeGreaterThan(namesInTheBom().size());
    for (Path pom : poms) {
      assertThat(pom).content().doesNotContain("<parent>");
    }
    assertThat(installed.resolve("sluice-parent")).doesNotExist();
  }

  /** The jar of classes that was installed in an artifact's folder. */
  private static Path jar(Path artifact) throws IOException {
    try (Stream<Path> files = Files.walk(artifact)) {
      return files.filter(file -> JAR.matcher(file.toString()).matches()).findFirst().orElseThrow();
    }
  }

  private static List<String> namesInTheBom() throws IOException {
    String bom = Files.readString(Path.of("..", "bom", "pom.xml"));
    return Pattern.compile("<artifactId>(sluice-(?!bom)[a-z0-9-]+)<")
        .matcher(bom)
        .results()
        .map(name -> name.group(1))
        .toList();
  }
}
