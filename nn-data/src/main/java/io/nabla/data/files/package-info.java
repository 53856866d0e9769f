/** What reading and writing files safely takes: gzip without surprises, and files that appear whole or not at all. */
package io.nabla.data.files;
