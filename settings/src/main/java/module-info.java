/** Reads settings files: named endpoints with their keys, and other settings. */
module io.sluice.settings {
  requires transitive io.sluice.core;
  requires org.snakeyaml.engine;
  requires static org.jspecify;

  exports io.sluice.settings;
}
