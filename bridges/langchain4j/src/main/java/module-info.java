/** Sluice's transports as chat models of langchain4j. */
@SuppressWarnings({"requires-automatic", "requires-transitive-automatic"}) // langchain4j is none
module io.sluice.langchain4j {
  requires transitive io.sluice.core;
  requires transitive langchain4j.core;
  requires static org.jspecify;

  // What the jar of langchain4j needs and, being no module, cannot say.
  requires com.fasterxml.jackson.databind;
  requires org.slf4j;

  exports io.sluice.langchain4j;
}
