/** The page of the server, as files for a browser. */
module io.sluice.page {
  requires transitive io.sluice.server;
  requires io.sluice.core;
  requires static org.jspecify;

  exports io.sluice.page;
}
