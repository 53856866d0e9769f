/** Random numbers that are the same for ever, on any machine and JDK. */
package io.nabla.data.random;
