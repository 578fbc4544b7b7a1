/** Sluice as beans of Spring Boot. */
@SuppressWarnings({
  "requires-automatic",
  "requires-transitive-automatic"
}) // Spring names no modules
module io.sluice.spring {
  requires transitive io.sluice.transport.netty;
  requires static io.sluice.dialects.anthropic;
  requires static micrometer.observation;
  requires static micrometer.commons;
  requires static micrometer.context.propagation;
  requires static reactor.core;
  requires static org.reactivestreams;
  requires static org.jspecify;
  requires static spring.boot.actuator;
  requires static spring.boot.actuator.autoconfigure;
  requires static spring.boot.health;
  requires static spring.web;
  requires static spring.webmvc;
  requires spring.beans;
  requires spring.boot;
  requires spring.boot.autoconfigure;
  requires spring.context;
  requires spring.core;

  exports io.sluice.spring;

  opens io.sluice.spring to
      spring.beans,
      spring.context,
      spring.core;
}
