package io.sluice.benchmarks.peers.runner;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Measures Sluice beside its peers and the floor; the figures as a table, a file and a chart. */
public final class Main {

  private Main() {}

  /**
   * Takes the measures named, or all of them.
   *
   * @param args the folder of the modules, the folder for the figures, and names of measures
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    Path modules = Path.of(args[0]).toAbsolutePath();
    Path results = Files.createDirectories(Path.of(args[1]));
    List<String> wanted = List.of(args).subList(2, args.length);
    Path file = results.resolve("compare.json");
    Figures figures = Figures.open(file);
    var rounds = new Rounds(modules, figures);
    for (Measure measure : Measure.all()) {
      if (wanted.isEmpty() || wanted.contains(measure.name())) {
        rounds.take(measure);
        figures.save(file);
      }
    }
    if (wanted.isEmpty() || wanted.contains("start")) {
      new StartUp(modules, figures).take();
      figures.save(file);
    }
    System.out.println(new Table(figures).markdown());
    Files.writeString(results.resolve("compare.svg"), new Chart(figures).svg());
  }
}
