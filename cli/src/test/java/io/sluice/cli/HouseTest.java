package io.sluice.cli;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which module may know which. It lives with the command because only here every module is on the
 * class path.
 */
@AnalyzeClasses(packages = "io.sluice", importOptions = DoNotIncludeTests.class)
class HouseTest {

  private static final String[] CORE = {
    "io.sluice.chat..",
    "io.sluice.context..",
    "io.sluice.stream..",
    "io.sluice.accumulate..",
    "io.sluice.feed..",
    "io.sluice.text..",
    "io.sluice.thread..",
    "io.sluice.wire..",
    "io.sluice.limit..",
    "io.sluice.observe..",
    "io.sluice.transcript..",
    "io.sluice.sink..",
    "io.sluice.stage..",
    "io.sluice.pipeline..",
    "io.sluice.replay..",
    "io.sluice.runlog..",
    "io.sluice.plugin..",
    "io.sluice.queue..",
    "io.sluice.json.."
  };

  private static final String DIALECTS = "io.sluice.dialects";
  private static final int LARGEST_PACKAGE = 30;
  private static final int LARGEST_KNOT = 8;

  /** Packages with API that are larger, for the reason that their package-info gives. */
  private static final Map<String, Integer> LARGE_PACKAGES =
      Map.of(
          "io.sluice.json", 58,
          "io.sluice.tokens", 31);

  @ArchTest
  static final ArchRule arrowsPointToCoreAndSiblingsDoNotKnowEachOther =
      layeredArchitecture()
          .consideringOnlyDependenciesInAnyPackage("io.sluice..")
          .layer("core")
          .definedBy(CORE)
          .layer("transport-netty")
          .definedBy("io.sluice.transport.netty..")
          .layer("dialects")
          .definedBy("io.sluice.dialects..")
          .layer("tokens")
          .definedBy("io.sluice.tokens..")
          .layer("stages")
          .definedBy("io.sluice.stages..")
          .layer("settings")
          .definedBy("io.sluice.settings..")
          .layer("sinks")
          .definedBy("io.sluice.sinks..")
          .layer("simulator")
          .definedBy("io.sluice.simulator..")
          .layer("testkit")
          .definedBy("io.sluice.testkit..", "io.sluice.recorded..")
          .layer("server")
          .definedBy("io.sluice.server..")
          .layer("page")
          .definedBy("io.sluice.page..")
          .layer("batch")
          .definedBy("io.sluice.batch..")
          .layer("bench")
          .definedBy("io.sluice.bench..")
          .layer("cli")
          .definedBy("io.sluice.cli..")
          .whereLayer("core")
          .mayNotAccessAnyLayer()
          .whereLayer("transport-netty")
          .mayOnlyAccessLayers("core")
          .whereLayer("dialects")
          .mayOnlyAccessLayers("core")
          .whereLayer("tokens")
          .mayOnlyAccessLayers("core")
          .whereLayer("stages")
          .mayOnlyAccessLayers("core", "tokens")
          .whereLayer("settings")
          .mayOnlyAccessLayers("core")
          .whereLayer("sinks")
          .mayOnlyAccessLayers("core", "tokens")
          .whereLayer("simulator")
          .mayOnlyAccessLayers("core")
          .whereLayer("testkit")
          .mayOnlyAccessLayers("core")
          // It passes requests on by the transport's ways, looks runs up in the archive, and counts
          // their tokens while they are under way.
          .whereLayer("server")
          .mayOnlyAccessLayers("core", "transport-netty", "tokens", "sinks")
          .whereLayer("page")
          .mayOnlyAccessLayers("core", "server")
          .whereLayer("batch")
          .mayOnlyAccessLayers("core")
          .whereLayer("bench")
          .mayOnlyAccessLayers("core")
          .whereLayer("cli")
          .mayOnlyAccessLayers(
              "core",
              "transport-netty",
              "tokens",
              "settings",
              "sinks",
              "simulator",
              "server",
              "page",
              "batch",
              "bench")
          .ensureAllClassesAreContainedInArchitecture();

  @ArchTest
  static final ArchRule theServerKnowsNoSinkButTheArchive =
      noClasses()
          .that()
          .resideInAPackage("io.sluice.server..")
          .should()
          .dependOnClassesThat(
              resideInAPackage("io.sluice.sinks..")
                  .and(resideOutsideOfPackage("io.sluice.sinks.sqlite..")));

  @ArchTest
  static final ArchRule noSinkKnowsAnother =
      slices().matching("io.sluice.sinks.(*)..").should().notDependOnEachOther();

  @ArchTest
  static final ArchRule noDialectKnowsAnother =
      slices().matching("io.sluice.dialects.(*)..").should().notDependOnEachOther();

  @ArchTest
  static final ArchRule packagesFormNoCycle =
      slices().matching("io.sluice.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule onlyTheTransportUsesWhatItIsMadeOf =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.sluice.transport.netty..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.sluice.transport.netty.*..");

  @ArchTest
  static void fewClassesOfAPackageNeedEachOther(JavaClasses classes) {
    assertThat(Knots.of(classes))
        .as("classes that all need each other")
        .allMatch(knot -> knot.size() <= LARGEST_KNOT);
  }

  @ArchTest
  static void noPackageIsLarge(JavaClasses classes) {
    Map<String, Integer> sizes = new TreeMap<>();
    for (JavaClass each : classes) {
      if (each.isTopLevelClass() && !each.getSimpleName().equals("package-info")) {
        sizes.merge(each.getPackageName(), 1, Integer::sum);
      }
    }
    sizes.entrySet().removeIf(each -> each.getValue() <= largest(each.getKey()));
    assertThat(sizes).as("classes of a package").isEmpty();
  }

  /**
   * A reader who meets a name need not look at the imports to know what it means. Dialects do not
   * know each other, and a part that each of them has may be called alike in all.
   */
  @ArchTest
  static void aSimpleNameHasOneMeaning(JavaClasses classes) {
    Map<String, Set<String>> places = new TreeMap<>();
    for (JavaClass each : classes) {
      if (each.isTopLevelClass() && !each.getSimpleName().equals("package-info")) {
        places
            .computeIfAbsent(each.getSimpleName(), name -> new TreeSet<>())
            .add(each.getPackageName().replaceFirst("^io\\.sluice\\.dialects\\..*", DIALECTS));
      }
    }
    places.values().removeIf(of -> of.size() == 1);
    assertThat(places).as("names of several classes").isEmpty();
  }

  private static int largest(String name) {
    return LARGE_PACKAGES.getOrDefault(name, LARGEST_PACKAGE);
  }

  @ArchTest
  static final ArchRule inCoreOnlyJsonKnowsJackson =
      noClasses()
          .that()
          .resideInAnyPackage(CORE)
          .and()
          .resideOutsideOfPackage("io.sluice.json..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("tools.jackson..", "com.fasterxml.jackson..");

  @ArchTest
  static final ArchRule inCoreOnlyPluginKnowsGuice =
      noClasses()
          .that()
          .resideInAnyPackage(CORE)
          .and()
          .resideOutsideOfPackage("io.sluice.plugin..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("com.google.inject..", "jakarta.inject..", "org.aopalliance..");

  @ArchTest
  static final ArchRule nothingLogsThroughTheJdk =
      noClasses().should().dependOnClassesThat().resideInAPackage("java.util.logging..");
}
