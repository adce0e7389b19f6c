import { Injectable } from '@nestjs/common';

/** Told of a change of the people around a child, its maturity or its age, in the same transaction. */
type Follower = (childId: string) => Promise<void>;

/** What consent depends on has changed: libraries further out follow it when they start. */
@Injectable()
export class FamilyChanges {
  private readonly followers: Follower[] = [];

  follow(follower: Follower): void {
    this.followers.push(follower);
  }

  async tell(childId: string): Promise<void> {
    for (const follower of this.followers) await follower(childId);
  }
}
