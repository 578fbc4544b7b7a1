/** Sluice as beans of Spring Boot. */
@SuppressWarnings({"requires-automatic", "requires-transitive-automatic"}) // Spring has no modules
module io.sluice.spring {
  requires transitive io.sluice.transport.netty;
  requires io.sluice.telemetry;
  requires spring.beans;
  requires spring.boot;
  requires spring.boot.autoconfigure;
  requires spring.context;
  requires spring.core;

  // What an application may have or not.
  requires static com.fasterxml.jackson.annotation;
  requires static context.propagation;
  requires static io.sluice.dialects.anthropic;
  requires static io.sluice.sinks.micrometer;
  requires static micrometer.commons;
  requires static micrometer.core;
  requires static micrometer.observation;
  requires static org.jspecify;
  requires static org.reactivestreams;
  requires static spring.boot.actuator;
  requires static spring.boot.actuator.autoconfigure;
  requires static spring.boot.health;
  requires static spring.web;
  requires static transitive reactor.core;
  requires static transitive spring.webmvc;

  exports io.sluice.spring;

  opens io.sluice.spring to
      spring.beans,
      spring.boot,
      spring.context,
      spring.core;
}
