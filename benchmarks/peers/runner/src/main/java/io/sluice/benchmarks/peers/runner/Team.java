package io.sluice.benchmarks.peers.runner;

import java.util.Arrays;
import java.util.List;

/** Who is measured: a module beside this one, its main class, and what it is told. */
enum Team {
  BYTES("bytes alone", "floor", "floor", "bytes"),
  FRAMING("bytes, framing", "floor", "floor", "framing"),
  FLOOR("bytes, framing, JSON", "floor", "floor", "json"),
  SLUICE("Sluice", "sluice", "sluice"),
  SLUICE_3("Sluice, 3 sinks", "sluice", "sluice", "2"),
  SLUICE_10("Sluice, 10 sinks", "sluice", "sluice", "9"),
  LANGCHAIN4J("langchain4j", "langchain4j", "langchain4j"),
  OPENAI_JAVA("openai-java", "openai-java", "openai"),
  SPRING_AI("Spring AI", "spring-ai", "spring");

  static final List<Team> FLOORS = List.of(BYTES, FRAMING, FLOOR);
  static final List<Team> CLIENTS = List.of(SLUICE, LANGCHAIN4J, OPENAI_JAVA, SPRING_AI);
  static final List<Team> ALL =
      List.of(BYTES, FRAMING, FLOOR, SLUICE, LANGCHAIN4J, OPENAI_JAVA, SPRING_AI);

  private final String label;
  private final String module;
  private final String mainClass;
  private final List<String> arguments;

  Team(String label, String module, String packageName, String... arguments) {
    this.label = label;
    this.module = module;
    this.mainClass = "io.sluice.benchmarks.peers." + packageName + ".Main";
    this.arguments = Arrays.asList(arguments);
  }

  String label() {
    return label;
  }

  String module() {
    return module;
  }

  String mainClass() {
    return mainClass;
  }

  List<String> arguments() {
    return arguments;
  }
}
