/**
 * Sluice in Spring Boot 3.5 and 4: beans from properties, observations, health, and ways to send an
 * answer to a browser.
 *
 * <p>Not here: controllers, which belong to applications.
 */
@NullMarked
package io.sluice.spring;

import org.jspecify.annotations.NullMarked;
