package org.mentoring.digest;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A component that its record did not always have: where it is null or an empty list it leaves no
 * trace in the {@link CanonicalForm}, so that values that do not use it keep the hash that they had
 * before there was such a component.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface OmittedIfAbsent {}
